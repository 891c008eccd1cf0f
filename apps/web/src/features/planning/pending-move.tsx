import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useRead } from '../../lib/api.ts';
import { compareSlots, toSlotValues } from './slot-form-values.ts';
import type { PendingMove, SlotSaving } from './use-slot-saving.ts';

/** A move that waits for a decision: remarks to weigh, another version, a refusal. */
export function PendingMoveDialog({ saving }: { readonly saving: SlotSaving }) {
  const { pending } = saving;
  if (!pending) return null;
  return (
    <Modal opened onClose={saving.close} title={sayTitle(pending)} size="lg">
      {pending.theirs ? (
        <OtherVersion pending={pending} theirs={pending.theirs} saving={saving} />
      ) : (
        <Stack>
          <ProblemAlert problem={pending.problem} />
          {[...pending.errors, ...pending.warnings].map(({ rule, message }) => (
            <Text key={rule + message}>{message}</Text>
          ))}
          <Group>
            {pending.warnings.length > 0 && (
              <Button
                variant="filled"
                loading={saving.isSaving}
                onClick={() =>
                  saving.confirm(
                    pending.slot,
                    pending.to,
                    pending.warnings.map(({ rule }) => rule),
                  )
                }
              >
                Déplacer quand même
              </Button>
            )}
            <Button onClick={saving.close}>Laisser où il est</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

const sayTitle = ({ theirs, warnings }: PendingMove): string => {
  if (theirs) return 'Ce créneau a changé entre-temps';
  return warnings.length > 0 ? 'Déplacer ce créneau ?' : 'Le créneau n’est pas déplacé';
};

function OtherVersion({
  pending: { slot, to },
  theirs,
  saving,
}: {
  readonly pending: PendingMove;
  readonly theirs: NonNullable<PendingMove['theirs']>;
  readonly saving: SlotSaving;
}) {
  const trainers = useRead('GET /trainers', {});
  const rooms = useRead('GET /rooms', {});
  return (
    <ConflictPanel
      fields={compareSlots(
        { ...toSlotValues(slot), ...to },
        theirs,
        [slot],
        (id) => trainers.data?.find(({ personId }) => personId === id)?.name ?? '',
        (id) => rooms.data?.find((room) => room.id === id)?.name ?? '',
      )}
      isPending={saving.isSaving}
      onKeepMine={() => saving.move({ ...slot, revision: theirs.revision }, to, [])}
      onTakeTheirs={saving.takeTheirs}
    />
  );
}
