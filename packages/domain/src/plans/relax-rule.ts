import { addMonths } from '../plain-date.ts';
import type { PlanningProblem, PlanRoom, WeeklyHalfDay } from './planning-problem.ts';

/** The hard rules that may stand in each other's way, and that a person could bend. */
export const planRules = [
  'other_cohorts',
  'locks',
  'full_days',
  'order',
  'weekly_maximum',
  'closures',
  'closed_months',
  'rooms',
  'limit',
  'working_week',
  'absences',
  'end',
  'positioning',
  'rhythm',
  'qualification',
] as const;
export type PlanRule = (typeof planRules)[number];

const monthsBeyondEnd = 3;
const fullWeek: readonly WeeklyHalfDay[] = [1, 2, 3, 4, 5, 6].flatMap((weekday) => [
  { weekday, halfDay: 'morning' as const },
  { weekday, halfDay: 'afternoon' as const },
]);

/**
 * The same problem without one of its rules: what the plan would be if it did not hold. Sundays,
 * public holidays and exact hours are nobody's to bend and have no name here.
 */
export const relaxRule = (problem: PlanningProblem, rule: PlanRule): PlanningProblem =>
  relaxations[rule](problem);

const relaxations: Readonly<Record<PlanRule, (problem: PlanningProblem) => PlanningProblem>> = {
  other_cohorts: (problem) => ({
    ...changeRuns({ taken: [], sharedWith: [] })(problem),
    bookings: [],
  }),
  locks: (problem) => ({ ...problem, locked: [] }),
  full_days: changeRuns({ form: 'half_days' }),
  order: changeRuns({ after: [] }),
  limit: changeRuns({ until: null }),
  weekly_maximum: changeTrainers(() => ({ maxMinutesPerWeek: Number.MAX_SAFE_INTEGER })),
  working_week: changeTrainers(() => ({ works: fullWeek })),
  absences: changeTrainers(() => ({ absences: [] })),
  qualification: (problem) =>
    changeTrainers(() => ({
      subjects: problem.runs.map(({ subject }) => subject),
      accreditations: problem.runs.flatMap(({ accreditations }) => accreditations),
      accreditationEnds: {},
    }))(problem),
  closures: changeCohorts(() => ({ closures: [] })),
  closed_months: changeCohorts(() => ({ closedMonths: [] })),
  positioning: changeCohorts(() => ({ positioningOn: null })),
  rhythm: changeCohorts(() => ({
    weekdays: [1, 2, 3, 4, 5, 6],
    daysPerWeek: null,
    minutesPerDay: 420,
  })),
  end: changeCohorts(({ endsOn }) => ({ endsOn: addMonths(endsOn, monthsBeyondEnd) })),
  rooms: (problem) => ({ ...problem, rooms: [...problem.rooms, ...addRooms(problem)] }),
};

/** A room of any size on each site, twice: as many as groups side by side need. */
const addRooms = (problem: PlanningProblem): readonly PlanRoom[] =>
  [...new Set(problem.cohorts.map(({ siteId }) => siteId))].flatMap((siteId) =>
    [1, 2, 3].map((rank) => ({
      id: `${siteId} ${rank}`,
      name: '',
      siteId,
      seats: Number.MAX_SAFE_INTEGER,
      equipment: problem.runs.flatMap(({ equipment }) => equipment),
      closures: [],
    })),
  );

function changeRuns(changes: Partial<PlanningProblem['runs'][number]>) {
  return (problem: PlanningProblem): PlanningProblem => ({
    ...problem,
    runs: problem.runs.map((run) => ({ ...run, ...changes })),
  });
}

function changeTrainers(
  change: (
    trainer: PlanningProblem['trainers'][number],
  ) => Partial<PlanningProblem['trainers'][number]>,
) {
  return (problem: PlanningProblem): PlanningProblem => ({
    ...problem,
    trainers: problem.trainers.map((trainer) => ({ ...trainer, ...change(trainer) })),
  });
}

function changeCohorts(
  change: (
    cohort: PlanningProblem['cohorts'][number],
  ) => Partial<PlanningProblem['cohorts'][number]>,
) {
  return (problem: PlanningProblem): PlanningProblem => ({
    ...problem,
    cohorts: problem.cohorts.map((cohort) => ({ ...cohort, ...change(cohort) })),
  });
}
