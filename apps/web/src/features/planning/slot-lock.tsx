import type { CalendarSlot } from '@jalon/contract';
import { Button, Group, Text } from '@mantine/core';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';

interface SlotLockProps {
  readonly slot: CalendarSlot;
  readonly mayWrite: boolean;
}

/** Whether plans may move the half-day, and the way to say otherwise. */
export function SlotLock({ slot, mayWrite }: SlotLockProps) {
  const { id, isLocked } = slot;
  const send = useWrite('PUT /slots/:slotId/lock');
  const act = useAct(() =>
    send.mutateAsync({ params: { slotId: id }, body: { isLocked: !isLocked } }),
  );
  if (!isLocked && !mayWrite) return null;
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {isLocked ? 'Verrouillé : aucun plan ne le déplace.' : 'Un plan peut le déplacer.'}
        </Text>
        {mayWrite && (
          <Button size="xs" onClick={() => act.run()} loading={act.isPending}>
            {isLocked ? 'Déverrouiller' : 'Verrouiller'}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={act.problem} />
    </>
  );
}
