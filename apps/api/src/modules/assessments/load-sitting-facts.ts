import type { TrainingStay } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';

/** The facts of an enrolment, with when its learner is in training. */
export interface SittingFacts extends EnrolmentFacts {
  readonly stay: TrainingStay;
}

/** As `loadBlockFacts`, with the stays: what an épreuve's day is checked against. */
export async function loadSittingFacts(
  tx: Tx,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, SittingFacts>> {
  const facts = await loadBlockFacts(queryIn(tx), enrolmentIds);
  const rows = await tx.enrolment.findMany({
    where: { id: { in: [...enrolmentIds] } },
    select: { id: true, state: true, startsOn: true, endsOn: true },
  });
  const stays = new Map(
    rows.map(({ id, state, startsOn, endsOn }) => [
      id,
      { state, startsOn: toDay(startsOn), endsOn: toDayOrNull(endsOn) },
    ]),
  );
  return new Map(
    [...facts].flatMap(([id, one]) => {
      const stay = stays.get(id);
      return stay ? [[id, { ...one, stay }] as const] : [];
    }),
  );
}
