import { isQualified } from './plan-calendar.ts';
import type { Booking, PlanCohort, PlanningProblem, PlanTrainer } from './planning-problem.ts';
import { type PlanRule, relaxRule } from './relax-rule.ts';

/** What a person is advised to do about a conflict: bend one rule, or two that only give way together. */
export type PlanStep = PlanRule | 'end_and_limit';

/**
 * The problem as it would be once somebody has done what is advised about a rule, in each of the ways
 * in which that can be done: one trainer, one month, one weekday more. A rule is bent no further than
 * the advice says, so that who follows it is not told the same again.
 *
 * @param siblings what the other cohorts of the same search hold: planning them again is no advice
 */
export function listSteps(
  problem: PlanningProblem,
  step: PlanStep,
  siblings: readonly Booking[],
): readonly PlanningProblem[] {
  switch (step) {
    case 'end_and_limit':
      return [relaxRule(relaxRule(problem, 'end'), 'limit')];
    case 'other_cohorts':
      return [{ ...relaxRule(problem, step), bookings: siblings }];
    case 'rhythm':
      return problem.cohorts.flatMap(addWeekdays).map((cohort) => changeCohort(problem, cohort));
    case 'closed_months':
      return problem.cohorts
        .flatMap((cohort) =>
          cohort.closedMonths.map((month) => ({
            ...cohort,
            closedMonths: cohort.closedMonths.filter((other) => other !== month),
          })),
        )
        .map((cohort) => changeCohort(problem, cohort));
    case 'rooms': {
      const known = new Set(problem.rooms.map(({ id }) => id));
      const added = relaxRule(problem, step).rooms.find(({ id }) => !known.has(id));
      return added ? [{ ...problem, rooms: [...problem.rooms, added] }] : [];
    }
    case 'working_week':
    case 'absences':
    case 'weekly_maximum':
      return changeEach(problem, step, (trainer) =>
        problem.runs.some((run) => isQualified(trainer, run)),
      );
    case 'qualification':
      return changeEach(problem, step, () => true);
    default:
      return [relaxRule(problem, step)];
  }
}

/** The rule bent for one trainer at a time. */
function changeEach(
  problem: PlanningProblem,
  rule: PlanRule,
  isAsked: (trainer: PlanTrainer) => boolean,
): readonly PlanningProblem[] {
  const { trainers } = relaxRule(problem, rule);
  return problem.trainers.filter(isAsked).map(({ id }) => ({
    ...problem,
    trainers: problem.trainers.map((one) =>
      one.id === id ? (trainers.find((other) => other.id === id) ?? one) : one,
    ),
  }));
}

/** One weekday more, and one day more a week where they are an average (H5). */
const addWeekdays = (cohort: PlanCohort): readonly PlanCohort[] =>
  [1, 2, 3, 4, 5, 6]
    .filter((weekday) => !cohort.weekdays.includes(weekday))
    .map((weekday) => ({
      ...cohort,
      weekdays: [...cohort.weekdays, weekday].toSorted((a, b) => a - b),
      ...(cohort.daysPerWeek ? { daysPerWeek: cohort.daysPerWeek + 1 } : {}),
    }));

const changeCohort = (problem: PlanningProblem, changed: PlanCohort): PlanningProblem => ({
  ...problem,
  cohorts: problem.cohorts.map((one) => (one.id === changed.id ? changed : one)),
});
