import type { ParisMoment } from '@jalon/domain';
import type { Query } from '../../db/database.ts';
import { collectLearners } from './collect-learners.ts';
import type { FactsRow } from './facts-row.ts';
import { keepVerdicts } from './jury-verdicts.ts';
import { type FactsScope, learnerFactsText } from './learner-facts.sql.ts';
import type { CohortRecord, LearnerRecord } from './learner-record.ts';

const texts: Record<FactsScope, string> = {
  cohorts: learnerFactsText('cohorts'),
  enrolments: learnerFactsText('enrolments'),
};

/**
 * Reads the facts of the learners of these cohorts, or of these enrolments, in one round trip. With
 * no moment, what depends on the clock is left out: rates, next half-days and juries, tutors in post.
 */
export async function readLearnerFacts(
  query: Query,
  scope: FactsScope,
  ids: readonly string[],
  now: ParisMoment | null,
): Promise<{
  readonly learners: readonly LearnerRecord[];
  readonly cohorts: readonly CohortRecord[];
}> {
  const [row] = await query<FactsRow>({
    name: `learner-facts-${scope}`,
    text: texts[scope],
    values: [ids, now?.day ?? null, now?.minute ?? null],
  });
  const cohorts = (row?.cohorts ?? []).map(
    ([id, name, frameworkVersionId, state, startsOn, endsOn, juryOn, siteName]) => ({
      id,
      name,
      frameworkVersionId,
      state,
      startsOn,
      endsOn,
      juryOn,
      siteName,
    }),
  );
  if (!row) return { learners: [], cohorts };
  const verdictsOf = await keepVerdicts(query, row);
  return { learners: collectLearners(row, cohorts, verdictsOf, now?.day ?? null), cohorts };
}
