import type { Finding } from '../finding.ts';
import { countNoun, formatLongDay, formatTime } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { overlaps } from '../planning/slot.ts';
import type { KnownSlot } from './index-problem.ts';

/**
 * No learner is in two places at once: a path may cross several cohorts (W3), those outside the plan
 * and those that it plans together.
 */
export function checkLearnersFree(known: readonly KnownSlot[]): readonly Finding[] {
  const concerned = known.filter(({ run }) => run.taken || run.sharedWith);
  if (concerned.length === 0) return [];
  const byRun = groupBy(concerned, ({ run }) => run.id);
  return concerned.flatMap((one) => [...checkTaken(one), ...checkShared(one, byRun)]);
}

const fault = ({ path }: KnownSlot, message: string): Finding => ({
  rule: 'plan.learners-free',
  severity: 'error',
  path: `${path}/startsAt`,
  message,
  source: 'DOMAIN 12, W3',
});

const checkTaken = (one: KnownSlot): readonly Finding[] =>
  (one.run.taken ?? [])
    .filter((taken) => overlaps(taken, one.slot))
    .map(({ cohortName, learners }) =>
      fault(
        one,
        `${one.run.name} (${one.cohort.name}), ${formatLongDay(one.slot.date)} à ${formatTime(one.slot.startsAt)} : ${countNoun(learners, 'apprenant')} ${learners < 2 ? 'suit' : 'suivent'} alors « ${cohortName} ».`,
      ),
    );

/** Told once for two half-days, at the one whose run has the later id. */
const checkShared = (
  one: KnownSlot,
  byRun: ReadonlyMap<string, readonly KnownSlot[]>,
): readonly Finding[] =>
  (one.run.sharedWith ?? [])
    .filter(({ runId }) => runId < one.run.id)
    .flatMap(({ runId, learners }) =>
      (byRun.get(runId) ?? [])
        .filter((other) => overlaps(other.slot, one.slot))
        .map((other) =>
          fault(
            one,
            `${other.run.name} (${other.cohort.name}) et ${one.run.name} (${one.cohort.name}) se tiennent ensemble le ${formatLongDay(one.slot.date)} : ${countNoun(learners, 'apprenant')} ${learners < 2 ? 'suit' : 'suivent'} les deux.`,
          ),
        ),
    );
