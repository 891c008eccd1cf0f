import {
  defaultPlanWeights,
  type PlanCohort,
  type PlanningProblem,
  type PlanRoom,
  type PlanRun,
  type PlanSlot,
  type PlanTrainer,
} from './planning-problem.ts';

const everyHalfDay = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
  { weekday, halfDay: 'morning' as const },
  { weekday, halfDay: 'afternoon' as const },
]);

/** A cohort that meets on Mondays and Tuesdays of October 2026. */
export const planCohort = (changes: Partial<PlanCohort> = {}): PlanCohort => ({
  id: 'octobre',
  name: 'Promotion octobre',
  siteId: 'paris',
  startsOn: '2026-10-05',
  endsOn: '2026-11-10',
  weekdays: [1, 2],
  minutesPerDay: 420,
  zone: 'metropole',
  closedMonths: [],
  closures: [],
  ...changes,
});

/** One half-day for a whole cohort of twenty, which asks for nothing special. */
export const planRun = (id: string, changes: Partial<PlanRun> = {}): PlanRun => ({
  id,
  cohortId: 'octobre',
  name: id,
  subject: id,
  group: null,
  learners: 20,
  slotMinutes: [210],
  form: 'half_days',
  begunBy: [],
  accreditations: [],
  equipment: [],
  after: [],
  until: null,
  ...changes,
});

/** A trainer who is always there, at 60 € an hour, four half-days a week at most. */
export const planTrainer = (id: string, changes: Partial<PlanTrainer> = {}): PlanTrainer => ({
  id,
  name: id,
  subjects: ['Hygiène', 'AFGSU', 'Évaluation'],
  accreditations: [],
  works: everyHalfDay,
  absences: [],
  avoids: [],
  minMinutesPerWeek: 0,
  maxMinutesPerWeek: 840,
  centsPerHour: 6000,
  ...changes,
});

/** A room of 24 seats with nothing special in it. */
export const planRoom = (id: string, changes: Partial<PlanRoom> = {}): PlanRoom => ({
  id,
  name: id,
  siteId: 'paris',
  seats: 24,
  equipment: [],
  closures: [],
  ...changes,
});

/** Hygiène in two half-days, the AFGSU in two groups and full days, then the evaluation. */
export const problem: PlanningProblem = {
  cohorts: [planCohort({ closures: [{ from: '2026-10-19', to: '2026-10-20', label: 'Travaux' }] })],
  runs: [
    planRun('Hygiène', { slotMinutes: [210, 120] }),
    planRun('AFGSU 1', {
      subject: 'AFGSU',
      group: 1,
      learners: 10,
      slotMinutes: [210, 210],
      form: 'full_days',
      accreditations: ['AFGSU1'],
      equipment: ['mannequin'],
      until: '2026-10-31',
    }),
    planRun('AFGSU 2', {
      subject: 'AFGSU',
      group: 2,
      learners: 10,
      slotMinutes: [210, 210],
      form: 'full_days',
      accreditations: ['AFGSU1'],
      equipment: ['mannequin'],
      until: '2026-10-31',
    }),
    planRun('Évaluation', { after: ['Hygiène', 'AFGSU 1', 'AFGSU 2'] }),
  ],
  trainers: [
    planTrainer('Mme Roy', { accreditations: ['AFGSU1'] }),
    planTrainer('M. Petit', {
      absences: [{ from: '2026-10-12', to: '2026-10-13', label: 'Congés' }],
      avoids: [{ weekday: 2, halfDay: 'afternoon' }],
      centsPerHour: 4000,
    }),
    planTrainer('Dr Blanc', { accreditations: ['AFGSU1'] }),
  ],
  rooms: [
    planRoom('Salle 1'),
    planRoom('Salle 2', { equipment: ['mannequin'] }),
    planRoom('Salle 3', { equipment: ['mannequin'], seats: 12 }),
  ],
  bookings: [],
  locked: [],
  placeFrom: null,
  weights: defaultPlanWeights,
};

const morning = (date: string, runId: string, changes: Partial<PlanSlot> = {}) => ({
  runId,
  date,
  halfDay: 'morning' as const,
  startsAt: 540,
  minutes: 210,
  trainerId: 'M. Petit',
  roomId: 'Salle 1',
  ...changes,
});
const afternoon = { halfDay: 'afternoon' as const, startsAt: 810 };

/** A plan that keeps every rule: each test breaks it in one place. */
export const plan: readonly PlanSlot[] = [
  morning('2026-10-05', 'Hygiène'),
  morning('2026-10-05', 'Hygiène', { ...afternoon, minutes: 120 }),
  morning('2026-10-06', 'AFGSU 1', { trainerId: 'Mme Roy', roomId: 'Salle 2' }),
  morning('2026-10-06', 'AFGSU 1', { ...afternoon, trainerId: 'Mme Roy', roomId: 'Salle 2' }),
  morning('2026-10-06', 'AFGSU 2', { trainerId: 'Dr Blanc', roomId: 'Salle 3' }),
  morning('2026-10-06', 'AFGSU 2', { ...afternoon, trainerId: 'Dr Blanc', roomId: 'Salle 3' }),
  morning('2026-10-12', 'Évaluation', { trainerId: 'Mme Roy' }),
];

/** The plan with one of its slots changed. */
export const change = (index: number, changes: Partial<PlanSlot>): readonly PlanSlot[] =>
  plan.map((slot, at) => (at === index ? { ...slot, ...changes } : slot));
