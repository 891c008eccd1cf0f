import type { Tx } from '../../db/database.ts';
import { invalid } from '../../http/domain-error.ts';

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
