import { checkBookings, type Finding, type PlannedSlot } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { invalid } from '../../http/domain-error.ts';
import { toPlanned } from './describe-slot.ts';

/** The first clash of trainer or room of each of these half-days, by half-day. */
export async function findBookingClashes(
  tx: Tx,
  slots: readonly PlannedSlot[],
): Promise<ReadonlyMap<string, Finding>> {
  const rows = await tx.slot.findMany({
    where: {
      cancelledAt: null,
      heldOn: { in: [...new Set(slots.map(({ date }) => date))].map(fromDay) },
    },
    include: { moduleRun: true },
  });
  const others = rows.map(toPlanned);
  return new Map(
    slots.flatMap((slot) => {
      const [clash] = checkBookings(
        slot,
        others.filter(({ id }) => id !== slot.id),
      );
      return clash ? [[slot.id, clash]] : [];
    }),
  );
}

/** @throws validation_failed when the person does not train in this centre. */
export async function requireTrainer(tx: Tx, trainerId: string | null): Promise<void> {
  if (trainerId === null) return;
  const trainer = await tx.membership.findFirst({
    where: { personId: trainerId, role: 'trainer', endedAt: null },
  });
  if (trainer) return;
  throw invalid([
    { pointer: '/trainerId', message: 'Choisissez un formateur en poste dans votre centre.' },
  ]);
}

/** @throws validation_failed when the room is not one that this centre uses. */
export async function requireRoom(tx: Tx, roomId: string | null): Promise<void> {
  if (roomId === null) return;
  const room = await tx.room.findFirst({ where: { id: roomId, archivedAt: null } });
  if (room) return;
  throw invalid([{ pointer: '/roomId', message: 'Choisissez une salle de votre centre.' }]);
}
