import {
  defaultPlanWeights,
  type PlanCohort,
  type PlanningProblem,
  type PlanRun,
  type PlanSlot,
  type PlanTrainer,
} from '@jalon/domain';
import { planCohort, planRoom, planRun, planTrainer } from '@jalon/domain/test-plan';

/** Mondays of January 2027: two half-days a week. */
export const cohort = (weeks: number): PlanCohort =>
  planCohort({
    id: 'c',
    name: 'Promotion janvier',
    siteId: 'site',
    startsOn: '2027-01-04',
    endsOn: `2027-01-${String(4 + 7 * (weeks - 1)).padStart(2, '0')}`,
    weekdays: [1],
  });

export const run = (id: string, changes: Partial<PlanRun> = {}): PlanRun => ({
  ...planRun(id, { cohortId: 'c', learners: 12, slotMinutes: [210, 210] }),
  id: `c/B1/${id}/1`,
  ...changes,
});

export const mondays = (['morning', 'afternoon'] as const).map((halfDay) => ({
  weekday: 1,
  halfDay,
}));
export const trainer = (id: string, changes: Partial<PlanTrainer> = {}): PlanTrainer =>
  planTrainer(id, { subjects: ['M1', 'M2'], works: mondays, centsPerHour: 4000, ...changes });

export const problemOf = (changes: Partial<PlanningProblem> = {}): PlanningProblem => ({
  cohorts: [cohort(3)],
  runs: [run('M1')],
  trainers: [trainer('Roy'), trainer('Petit', { centsPerHour: 4500 })],
  rooms: [planRoom('r', { siteId: 'site' })],
  bookings: [],
  locked: [],
  placeFrom: null,
  weights: defaultPlanWeights,
  ...changes,
});

export const slot = (runId: string, date: string, trainerId: string): PlanSlot => ({
  runId,
  date,
  halfDay: 'morning',
  startsAt: 540,
  minutes: 210,
  trainerId,
  roomId: 'r',
});
