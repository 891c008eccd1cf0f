import type { CalendarSlot } from '@jalon/contract';
import { countNoun, formatLongDay } from '@jalon/domain';
import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { SlotFields } from './slot-fields.tsx';
import {
  compareSlots,
  type ItemChoice,
  newSlotValues,
  type SlotValues,
  toSlotBody,
  toSlotValues,
} from './slot-form-values.ts';
import { sayFacts, sayHalf } from './slot-words.ts';

interface SlotPanelProps {
  readonly slot: CalendarSlot;
  readonly items: readonly ItemChoice[];
  readonly onClose: () => void;
}

const isRecorded = ({ recordedCount, signerName }: CalendarSlot): boolean =>
  recordedCount > 0 || signerName !== null;

/** The selected half-day: read by a trainer, corrected by the coordination. */
export function SlotPanel({ slot, items, onClose }: SlotPanelProps) {
  const mayWrite = useIsAllowed('calendar:write');
  const mayReadSheet = useIsAllowed('attendance:read');
  return (
    <SidePanel
      title={slot.name}
      overline={`${slot.cohort.name} · ${formatLongDay(slot.date)}, ${sayHalf(slot)}`}
      onClose={onClose}
    >
      {slot.cancelReason !== null && <Text>Annulé : {slot.cancelReason}.</Text>}
      {isRecorded(slot) && <Recorded slot={slot} />}
      {mayReadSheet && (
        <ButtonLink to="/emargement/$slotId" params={{ slotId: slot.id }}>
          Ouvrir la feuille d’émargement
        </ButtonLink>
      )}
      {mayWrite && slot.cancelReason === null ? (
        <ChangeSlotForm key={slot.id} slot={slot} items={items} onClose={onClose} />
      ) : (
        <Text>{sayFacts(slot)}</Text>
      )}
    </SidePanel>
  );
}

function Recorded({ slot }: { readonly slot: CalendarSlot }) {
  const noted = countNoun(slot.recordedCount, 'présence notée', 'présences notées');
  return (
    <Text c="dimmed" size="xs">
      {slot.signerName === null ? `${noted}.` : `${noted}, signée par ${slot.signerName}.`} Si vous
      déplacez ou supprimez ce créneau, il reste ici, annulé, avec tout ce qui y est noté.
    </Text>
  );
}

interface NewSlotPanelProps {
  readonly cohortId: string;
  readonly date: string;
  readonly items: readonly ItemChoice[];
  readonly onClose: () => void;
}

/** A half-day to add. */
export function NewSlotPanel({ cohortId, date, items, onClose }: NewSlotPanelProps) {
  const add = useWrite('POST /cohorts/:cohortId/slots');
  const form = useForm<SlotValues>({ initialValues: newSlotValues(items[0], date) });
  const { problem, land, clear } = useFormProblem(form);
  const submit = async (acceptedWarnings: string[]) => {
    clear();
    try {
      await add.mutateAsync({
        params: { cohortId },
        body: { ...toSlotBody(form.values), acceptedWarnings },
      });
      notifyDone('Le créneau est ajouté.');
      onClose();
    } catch (error) {
      land(error);
    }
  };
  return (
    <SidePanel title="Ajouter un créneau" onClose={onClose}>
      <SlotEditor
        form={form}
        items={items}
        cohortId={cohortId}
        slotId={null}
        problem={problem}
        submitLabel="Ajouter le créneau"
        isPending={add.isPending}
        onSubmit={submit}
      />
    </SidePanel>
  );
}

function ChangeSlotForm({ slot, items, onClose }: SlotPanelProps) {
  const trainers = useRead('GET /trainers', {});
  const save = useWrite('PUT /slots/:slotId');
  const [revision, setRevision] = useState(slot.revision);
  const [theirs, setTheirs] = useState<CalendarSlot | null>(null);
  const form = useForm<SlotValues>({ initialValues: toSlotValues(slot) });
  const { problem, land, clear } = useFormProblem(form);
  const send = async (acceptedWarnings: string[], knownRevision: number) => {
    clear();
    try {
      await save.mutateAsync({
        params: { slotId: slot.id },
        body: {
          ...toSlotBody(form.values),
          acceptedWarnings,
          revision: knownRevision,
          reason: form.values.reason || null,
        },
      });
      notifyDone('Le créneau est enregistré.');
      onClose();
    } catch (error) {
      const { code, current } = toProblem(error);
      if (code === 'edited_meanwhile') setTheirs(current as CalendarSlot);
      else land(error);
    }
  };
  const keepMine = (other: CalendarSlot) => {
    setRevision(other.revision);
    setTheirs(null);
    send([], other.revision);
  };
  const takeTheirs = (other: CalendarSlot) => {
    form.setValues(toSlotValues(other));
    setRevision(other.revision);
    setTheirs(null);
  };
  return (
    <Stack gap="sm">
      {theirs && (
        <ConflictPanel
          fields={compareSlots(
            form.values,
            theirs,
            items,
            (id) => trainers.data?.find(({ personId }) => personId === id)?.name ?? '',
          )}
          onKeepMine={() => keepMine(theirs)}
          onTakeTheirs={() => takeTheirs(theirs)}
          isPending={save.isPending}
        />
      )}
      <SlotEditor
        form={form}
        items={items}
        cohortId={slot.cohort.id}
        slotId={slot.id}
        problem={problem}
        submitLabel="Enregistrer"
        isPending={save.isPending}
        needsReason={isRecorded(slot)}
        onSubmit={(accepted) => send(accepted, revision)}
      />
      <RemoveSlot slot={slot} onClose={onClose} />
    </Stack>
  );
}

function RemoveSlot({ slot, onClose }: Omit<SlotPanelProps, 'items'>) {
  const remove = useWrite('POST /slots/:slotId/removal');
  const [reason, setReason] = useState('');
  const when = `${sayHalf(slot)} du ${formatLongDay(slot.date)}`;
  const label = isRecorded(slot) ? 'Annuler ce créneau' : 'Supprimer ce créneau';
  const confirm = async () => {
    await remove.mutateAsync({
      params: { slotId: slot.id },
      body: { revision: slot.revision, reason: reason || null },
    });
    notifyDone(isRecorded(slot) ? 'Le créneau est annulé.' : 'Le créneau est supprimé.');
    onClose();
  };
  return (
    <ConfirmButton
      label={label}
      title={`${label}, ${when} ?`}
      loss={
        isRecorded(slot) ? (
          <>
            <Text mb="sm">
              « {slot.name} » ne comptera plus dans les heures placées. Ce qui est noté et signé
              reste, et compte toujours dans les heures faites.
            </Text>
            <TextInput
              label="Motif"
              required
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        ) : (
          `« ${slot.name} » perd ce créneau : ses heures seront à placer ailleurs.`
        )
      }
      confirmLabel={label}
      onConfirm={confirm}
    />
  );
}

interface SlotEditorProps {
  readonly form: ReturnType<typeof useForm<SlotValues>>;
  readonly items: readonly ItemChoice[];
  readonly cohortId: string;
  readonly slotId: string | null;
  readonly problem: unknown;
  readonly submitLabel: string;
  readonly isPending: boolean;
  readonly needsReason?: boolean;
  readonly onSubmit: (acceptedWarnings: string[]) => void;
}

/** The fields, what the rules say of them before saving, and the confirmation of warnings. */
function SlotEditor({
  form,
  items,
  cohortId,
  slotId,
  problem,
  submitLabel,
  isPending,
  needsReason = false,
  onSubmit,
}: SlotEditorProps) {
  const trainers = useRead('GET /trainers', {});
  const rooms = useRead('GET /rooms', {});
  const [checked] = useDebouncedValue(form.values, 350);
  const [isAccepted, setAccepted] = useState(false);
  const isReadable = /^\d{4}-\d\d-\d\d$/.test(checked.date) && checked.startsAt !== null;
  const check = useRead(
    'POST /cohorts/:cohortId/slot-check',
    { params: { cohortId }, body: { ...toSlotBody(checked), slotId } },
    { enabled: isReadable && (form.isDirty() || slotId === null) },
  );
  const findings = check.data ?? [];
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isMoved = ['date', 'startsAt', 'minutes', 'moduleCode'].some((field) =>
    form.isDirty(field),
  );
  const submit = form.onSubmit(() => onSubmit(isAccepted ? warnings.map(({ rule }) => rule) : []));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProblemAlert problem={problem} />
        <SlotFields
          form={form}
          items={items}
          trainers={trainers.data ?? []}
          rooms={rooms.data ?? []}
        />
        <div role="status">
          {errors.map(({ rule, message }) => (
            <Text key={rule + message} c="var(--bad)" size="xs">
              {message}
            </Text>
          ))}
          {warnings.map(({ rule, message, source }) => (
            <Text key={rule + message} c="var(--warn)" size="xs">
              {message} ({source})
            </Text>
          ))}
        </div>
        {warnings.length > 0 && errors.length === 0 && (
          <Checkbox
            label="J’ai lu ces remarques, enregistrer quand même"
            checked={isAccepted}
            onChange={(event) => setAccepted(event.currentTarget.checked)}
          />
        )}
        {needsReason && isMoved && (
          <TextInput
            label="Pourquoi le déplacer"
            description="Le créneau d’origine reste, annulé, avec ce motif et son émargement."
            required
            {...form.getInputProps('reason')}
          />
        )}
        <Group>
          <Button
            type="submit"
            variant="filled"
            loading={isPending}
            disabled={slotId !== null && !form.isDirty()}
          >
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
