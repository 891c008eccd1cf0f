import { groupBy } from '../group-by.ts';
import type { PlainDate } from '../plain-date.ts';
import { listOpenHalfDays } from '../planning/list-open-half-days.ts';
import { isWorking } from './plan-calendar.ts';
import type { PlanningProblem, PlanTrainer } from './planning-problem.ts';
import { mondayOf } from './week.ts';

/** What can be asked of a trainer in a week. */
export interface WeeklyMinimum {
  readonly trainer: PlanTrainer;
  /** Its Monday. */
  readonly week: PlainDate;
  /** More than 0; what the trainer does outside the plan counts towards it. */
  readonly minutes: number;
}

/**
 * What can be asked of each trainer who has a weekly minimum: the minimum, or all that the cohorts'
 * open half-days hold of the trainer's working hours that week, when it is less. A week that can
 * hold nothing is left out.
 */
export function listWeeklyMinimums({
  trainers,
  cohorts,
}: Pick<PlanningProblem, 'trainers' | 'cohorts'>): readonly WeeklyMinimum[] {
  const demanding = trainers.filter(({ minMinutesPerWeek }) => minMinutesPerWeek > 0);
  if (demanding.length === 0) return [];
  const moments = new Map(
    cohorts
      .flatMap((cohort) => [...listOpenHalfDays(cohort)])
      .map((half) => [`${half.date} ${half.halfDay}`, half]),
  );
  const weeks = groupBy([...moments.values()], ({ date }) => mondayOf(date));
  return demanding.flatMap((trainer) =>
    [...weeks].flatMap(([week, open]): WeeklyMinimum[] => {
      const most = open
        .filter((half) => isWorking(trainer, half))
        .reduce((total, { minutes }) => total + minutes, 0);
      const minutes = Math.min(trainer.minMinutesPerWeek, most);
      return minutes > 0 ? [{ trainer, week, minutes }] : [];
    }),
  );
}
