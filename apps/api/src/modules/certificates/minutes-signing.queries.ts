import type { JuryMinutesSigning } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { toSigner } from '../juries/describe-minutes.ts';

/** Who was to sign the first minutes of closed sessions, and who has, by the session's id. */
export async function readMinutesSigning(
  tx: Tx,
  juryIds: readonly string[],
): Promise<ReadonlyMap<string, JuryMinutesSigning>> {
  if (juryIds.length === 0) return new Map();
  const sessions = await tx.jurySession.findMany({
    where: { id: { in: [...juryIds] }, minutes: { some: {} } },
    include: {
      members: { include: { person: true }, orderBy: { createdAt: 'asc' } },
      minutes: { where: { number: 1 }, select: { signatures: { select: { memberId: true } } } },
    },
  });
  return new Map(
    sessions.map(({ id, heldOn, members, minutes }) => {
      const signatures = minutes[0]?.signatures ?? [];
      return [
        id,
        {
          heldOn: toDay(heldOn),
          members: members.map((member) => toSigner(member, signatures)),
        },
      ];
    }),
  );
}
