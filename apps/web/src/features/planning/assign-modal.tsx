import { countNoun } from '@jalon/domain';
import { Button, Checkbox, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { toProblem } from '../../lib/problem-error.ts';
import { RefusedSlots } from './refused-slots.tsx';

interface AssignModalProps {
  readonly cohortId: string;
  readonly moduleRunIds: readonly string[];
  /** Of the one module, or how many they are. */
  readonly name: string;
  readonly onAssigned: () => void;
  readonly onClose: () => void;
}

/** One trainer or room for the half-days to come of some modules, and the past ones if wanted. */
export function AssignModal({
  cohortId,
  moduleRunIds,
  name,
  onAssigned,
  onClose,
}: AssignModalProps) {
  const trainers = useRead('GET /trainers', {});
  const rooms = useRead('GET /rooms', {});
  const assign = useWrite('POST /cohorts/:cohortId/assignment');
  const [trainerId, setTrainerId] = useState<string | null>(null);
  const [roomId, setRoomId] = useState<string | null>(null);
  const [withPast, setWithPast] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [nothing, setNothing] = useState<string | null>(null);
  const said = problem === null ? null : toProblem(problem);
  const taken = said?.code === 'rule_refused' ? said : null;
  const warnings = readWarnings(taken?.current);
  const send = async (skipTaken: boolean, acceptedWarnings: readonly string[] = []) => {
    setProblem(null);
    setNothing(null);
    try {
      const { assigned, pastLeft } = await assign.mutateAsync({
        params: { cohortId },
        body: {
          moduleRunIds: [...moduleRunIds],
          skipTaken,
          acceptedWarnings: [...acceptedWarnings],
          withPast,
          ...(trainerId ? { trainerId } : {}),
          ...(roomId ? { roomId } : {}),
        },
      });
      if (assigned === 0) {
        setNothing(sayNothing(pastLeft));
        return;
      }
      notifyDone(`${countNoun(assigned, 'créneau affecté', 'créneaux affectés')}.`);
      onAssigned();
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <FormDialog
      title={moduleRunIds.length === 1 ? `Affecter « ${name} »` : `Affecter ${name}`}
      lead={`${
        moduleRunIds.length === 1
          ? 'Pour toutes ses demi-journées à venir.'
          : 'Pour toutes leurs demi-journées à venir.'
      } Ce que vous laissez vide ne change pas.`}
      submitLabel="Affecter"
      problem={taken ? null : problem}
      isPending={assign.isPending}
      isEmpty={!trainerId && !roomId}
      isDirty={trainerId !== null || roomId !== null || withPast}
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
      onClose={onClose}
    >
      <Select
        label="Formateur"
        placeholder="Ne pas changer"
        clearable
        searchable
        nothingFoundMessage="Personne de ce nom"
        data={(trainers.data ?? []).map((one) => ({ value: one.personId, label: one.name }))}
        value={trainerId}
        onChange={setTrainerId}
      />
      <Select
        label="Salle"
        placeholder="Ne pas changer"
        clearable
        searchable
        nothingFoundMessage="Aucune salle de ce nom"
        data={(rooms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={roomId}
        onChange={setRoomId}
      />
      <Checkbox
        label="Aussi les demi-journées passées que personne n’a signées"
        checked={withPast}
        onChange={(event) => setWithPast(event.currentTarget.checked)}
      />
      {nothing && (
        <Text role="alert" c="var(--warn)">
          {nothing}
        </Text>
      )}
      {taken && (
        <RefusedSlots problem={taken}>
          <Button onClick={() => send(true)} loading={assign.isPending}>
            Affecter les autres
          </Button>
          {warnings.length > 0 && (
            <Button onClick={() => send(false, warnings)} loading={assign.isPending}>
              Affecter quand même
            </Button>
          )}
        </RefusedSlots>
      )}
    </FormDialog>
  );
}

/** The rules that a refusal asks to confirm; `[]` when nobody can pass it. */
function readWarnings(current: unknown): readonly string[] {
  const { warnings } = (current ?? {}) as { readonly warnings?: unknown };
  return Array.isArray(warnings) ? warnings.filter((rule) => typeof rule === 'string') : [];
}

function sayNothing(pastLeft: number): string {
  if (pastLeft === 0) return 'Rien n’a changé : il n’y a aucune demi-journée à affecter.';
  const past = countNoun(pastLeft, 'demi-journée passée', 'demi-journées passées');
  return `Rien n’a changé : aucune demi-journée n’est à venir. Cochez la case ci-dessus pour affecter aussi ${past} sans signature.`;
}
