import { Autocomplete, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { toProblem } from '../../lib/problem-error.ts';

interface AssignModalProps {
  readonly cohortId: string;
  readonly moduleRunId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** One trainer or room for all the half-days to come of a module. */
export function AssignModal({ cohortId, moduleRunId, name, onClose }: AssignModalProps) {
  const trainers = useRead('GET /trainers', {});
  const rooms = useRead('GET /rooms', {});
  const assign = useWrite('POST /cohorts/:cohortId/assignment');
  const [trainerId, setTrainerId] = useState<string | null>(null);
  const [room, setRoom] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const isTaken = problem !== null && toProblem(problem).code === 'rule_refused';
  const send = async (skipTaken: boolean) => {
    setProblem(null);
    try {
      const { assigned } = await assign.mutateAsync({
        params: { cohortId },
        body: {
          moduleRunId,
          skipTaken,
          ...(trainerId ? { trainerId } : {}),
          ...(room ? { room } : {}),
        },
      });
      notifyDone(
        assigned === 0
          ? 'Aucun créneau à venir n’a changé.'
          : `${assigned} ${assigned === 1 ? 'créneau affecté' : 'créneaux affectés'}.`,
      );
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Modal opened onClose={onClose} title={`Affecter « ${name} »`}>
      <Stack gap="sm">
        <Text c="dimmed" size="xs">
          Pour toutes ses demi-journées à venir. Ce que vous laissez vide ne change pas.
        </Text>
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
        <Autocomplete
          label="Salle"
          placeholder="Ne pas changer"
          data={rooms.data ?? []}
          value={room}
          onChange={setRoom}
        />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end">
          <Button onClick={onClose}>Annuler</Button>
          {isTaken && (
            <Button onClick={() => send(true)} loading={assign.isPending}>
              Affecter les autres
            </Button>
          )}
          <Button
            variant="filled"
            onClick={() => send(false)}
            loading={assign.isPending}
            disabled={!trainerId && !room}
          >
            Affecter
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
