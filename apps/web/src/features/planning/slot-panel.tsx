import type { CalendarSlot } from '@jalon/contract';
import { countNoun, formatLongDay } from '@jalon/domain';
import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { isRecorded, sayFacts, sayHalf } from '../../components/calendar/slot-words.ts';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { ProblemError, toProblem } from '../../lib/problem-error.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { MoveSlot } from './move-slot.tsx';
import { RemoveSlot } from './remove-slot.tsx';
import { SlotEditor } from './slot-editor.tsx';
import {
  compareSlots,
  type ItemChoice,
  newSlotValues,
  type SlotValues,
  toSlotBody,
  toSlotValues,
} from './slot-form-values.ts';
import { SlotLock } from './slot-lock.tsx';

interface SlotPanelProps {
  readonly slot: CalendarSlot;
  readonly items: readonly ItemChoice[];
  readonly onClose: () => void;
}

/** The selected half-day: read by a trainer, corrected by the coordination. */
export function SlotPanel({ slot, items, onClose }: SlotPanelProps) {
  const mayWrite = useIsAllowed('calendar:write');
  const mayReadSheet = useIsAllowed('attendance:read');
  const mayReadEvents = useIsAllowed('assessment:read');
  return (
    <SidePanel
      title={slot.name}
      overline={`${slot.cohort.name} · ${formatLongDay(slot.date)}, ${sayHalf(slot)}`}
      onClose={onClose}
    >
      {slot.cancelReason !== null && <Text>Annulé : {slot.cancelReason}.</Text>}
      {isRecorded(slot) && <Recorded slot={slot} />}
      {slot.cancelReason === null && <SlotLock slot={slot} mayWrite={mayWrite} />}
      <MoveSlot slot={slot} />
      {mayReadSheet && (
        <ButtonLink to="/emargement/$slotId" params={{ slotId: slot.id }}>
          Ouvrir la feuille d’émargement
        </ButtonLink>
      )}
      {mayReadEvents && slot.kind === 'evaluation' && (
        <ButtonLink to="/cohortes/$cohortId/evaluations" params={{ cohortId: slot.cohort.id }}>
          Séances d’évaluation de la cohorte
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

/** Warnings stand under the form with their confirmation, not in red at a field. */
function withoutWarnings(error: unknown): unknown {
  const problem = toProblem(error);
  return problem.code === 'rule_refused' ? new ProblemError({ ...problem, errors: [] }) : error;
}

function Recorded({ slot }: { readonly slot: CalendarSlot }) {
  const noted = countNoun(slot.recordedCount, 'personne notée', 'personnes notées');
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
      land(withoutWarnings(error));
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
  const rooms = useRead('GET /rooms', {});
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
      else land(withoutWarnings(error));
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
            (id) => rooms.data?.find((room) => room.id === id)?.name ?? '',
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
