import { formatName } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { loadFollowers, toDated } from '../facts/load-followers.ts';

/** A half-day as far as it says who is expected. */
export type HeldRow = Prisma.SlotGetPayload<{ include: { moduleRun: true } }>;

/** Someone who follows a module run. */
export interface ExpectedLearner {
  readonly enrolmentId: string;
  readonly learnerName: string;
  readonly cohortName: string;
}

/** Who is expected on each half-day, by name. */
export async function listExpected(
  tx: Tx,
  slots: readonly HeldRow[],
): Promise<ReadonlyMap<string, readonly ExpectedLearner[]>> {
  const runs = slots.map(({ moduleRunId }) => moduleRunId);
  const followers = await loadFollowers(tx, {}, runs);
  return new Map(
    slots.map((slot) => [
      slot.id,
      followers
        .listAt(toDated(slot))
        .map(({ follower: { enrolmentId, person, cohortName } }) => ({
          enrolmentId,
          learnerName: formatName(person),
          cohortName,
        }))
        .sort((a, b) => a.learnerName.localeCompare(b.learnerName, 'fr')),
    ]),
  );
}
