import {
  type Booking,
  buildRuns,
  defaultPlanWeights,
  type Framework,
  frameworkLibrary,
  type HalfDay,
  type PlainDate,
  type PlanCohort,
  type PlanningProblem,
  type PlanRoom,
  type PlanRun,
  type PlanTrainer,
  type WeeklyHalfDay,
} from '@jalon/domain';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A whole number from `least` to `most`, both included. */
type Draw = (least: number, most: number) => number;

/** The same seed always draws the same instance. */
function startDraw(seed: number): Draw {
  const generator = xoroshiro128plus(seed);
  return (least, most) => uniformInt(generator, least, most);
}

const siteId = 'site';
const halfDays: readonly HalfDay[] = ['morning', 'afternoon'];
const workingWeek: readonly WeeklyHalfDay[] = [1, 2, 3, 4, 5, 6].flatMap((weekday) =>
  halfDays.map((halfDay) => ({ weekday, halfDay })),
);

const findFramework = (code: string): Framework => {
  const framework = frameworkLibrary.find((candidate) => candidate.code === code);
  if (!framework) throw new Error(`No framework ${code} in the library`);
  return framework;
};

/**
 * One afbb year: 371 h and 13 h of evaluations, 24 learners, two days a week from September to
 * June with the real public holidays, 6 trainers, 3 rooms.
 */
export function drawAfbbYear(seed: number): PlanningProblem {
  const draw = startDraw(seed);
  const cohort = makeCohort('afbb', [1, 2], '2026-09-07', '2027-06-29');
  const runs = makeRuns(cohort, findFramework('CQP-AM-2022-AFBB'), 24, '2027-06-30');
  return {
    cohorts: [cohort],
    runs,
    trainers: drawTrainers(draw, { count: 6, runs, each: 3, from: '2026-09-07' }),
    rooms: makeRooms(3),
    bookings: [],
    locked: [],
    placeFrom: null,
    weights: defaultPlanWeights,
  };
}

const cohortKinds = [
  { code: 'CQP-AM-2022-AFBB', days: 2, from: '2026-09-07', to: '2027-06-30' },
  { code: 'CQP-AM-40913-LEMANS', days: 3, from: '2026-09-07', to: '2027-03-31' },
  { code: 'CQP-AM-2024-266', days: 2, from: '2026-10-01', to: '2027-06-30' },
  { code: 'CQP-AM-40913-LEMANS', days: 2, from: '2026-11-02', to: '2027-06-30' },
] as const;

/** Twenty cohorts of four kinds that share 25 trainers and 8 rooms over a year. */
export function drawTwentyCohorts(seed: number): PlanningProblem {
  const draw = startDraw(seed);
  const made = Array.from({ length: 20 }, (_, index) => {
    const kind = cohortKinds[index % cohortKinds.length] ?? cohortKinds[0];
    const weekdays = Array.from({ length: kind.days }, (_, day) => 1 + ((index + day) % 5));
    const cohort = makeCohort(`c${index + 1}`, weekdays.sort(), kind.from, kind.to);
    return { cohort, runs: makeRuns(cohort, findFramework(kind.code), draw(14, 24), null) };
  });
  const runs = made.flatMap((one) => one.runs);
  return {
    cohorts: made.map(({ cohort }) => cohort),
    runs,
    trainers: drawTrainers(draw, { count: 25, runs, each: 6, from: '2026-09-07' }),
    rooms: makeRooms(8),
    bookings: drawBookings(draw),
    locked: [],
    placeFrom: null,
    weights: defaultPlanWeights,
  };
}

const makeCohort = (
  id: string,
  weekdays: readonly number[],
  startsOn: PlainDate,
  endsOn: PlainDate,
): PlanCohort => ({
  id,
  name: `Promotion ${id}`,
  siteId,
  startsOn,
  endsOn,
  weekdays,
  minutesPerDay: 420,
  zone: 'metropole',
  closedMonths: [7, 8],
  closures: [{ from: '2026-12-21', to: '2027-01-02', label: 'Fêtes de fin d’année' }],
});

const makeRuns = (
  cohort: PlanCohort,
  framework: Framework,
  learners: number,
  juryOn: PlainDate | null,
): readonly PlanRun[] =>
  buildRuns({
    cohortId: cohort.id,
    framework,
    frameworkVersionId: framework.code,
    minutesPerDay: cohort.minutesPerDay,
    countLearners: () => learners,
    juryOn,
    contractsEndOn: null,
    held: () => [],
    seated: () => [],
    credentialInFullDays: true,
  });

interface TrainersWanted {
  readonly count: number;
  readonly runs: readonly PlanRun[];
  /** How many trainers can teach a subject. */
  readonly each: number;
  readonly from: PlainDate;
}

/** Every subject has `each` trainers; absences, wishes and prices are drawn. */
function drawTrainers(draw: Draw, { count, runs, each }: TrainersWanted): PlanTrainer[] {
  const subjects = [...new Set(runs.map(({ subject }) => subject))];
  const taught = Array.from({ length: count }, () => new Set<string>());
  for (const [index, subject] of subjects.entries()) {
    taught[index % count]?.add(subject);
    while (taught.filter((held) => held.has(subject)).length < each) {
      taught[draw(0, count - 1)]?.add(subject);
    }
  }
  const credentials = [...new Set(runs.flatMap(({ accreditations }) => accreditations))];
  const accredited = new Set(
    runs.filter((run) => run.accreditations.length > 0).map(({ subject }) => subject),
  );
  return taught.map((held, index) => ({
    id: `t${index + 1}`,
    name: `Formateur ${index + 1}`,
    subjects: [...held],
    // Whoever is drawn for a credential's module holds the accreditation, and nobody else.
    accreditations: [...held].some((subject) => accredited.has(subject)) ? credentials : [],
    works: workingWeek.filter(() => draw(1, 10) > 1),
    absences: Array.from({ length: 3 }, () => drawAbsence(draw)),
    avoids: workingWeek.filter(() => draw(1, 10) > 8),
    minMinutesPerWeek: 0,
    maxMinutesPerWeek: draw(4, 8) * 210,
    centsPerHour: draw(80, 130) * 50,
  }));
}

function drawAbsence(draw: Draw) {
  const month = [9, 10, 11, 1, 2, 3, 4, 5, 6][draw(0, 8)] ?? 9;
  const year = month >= 9 ? 2026 : 2027;
  const day = draw(1, 20);
  const of = (dayOfMonth: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return { from: of(day), to: of(day + draw(1, 8)), label: 'Congés' };
}

const makeRooms = (count: number): PlanRoom[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `r${index + 1}`,
    name: `Salle ${index + 1}`,
    siteId,
    seats: index % 4 === 3 ? 14 : 26,
    equipment: [],
    closures: [],
  }));

/** What else the centre does with its trainers and rooms. */
const drawBookings = (draw: Draw): Booking[] =>
  Array.from({ length: 60 }, () => {
    const { from: date } = drawAbsence(draw);
    const isTrainer = draw(0, 1) === 0;
    return {
      date,
      startsAt: draw(0, 1) === 0 ? 540 : 810,
      minutes: 210,
      trainerId: isTrainer ? `t${draw(1, 25)}` : null,
      roomId: isTrainer ? null : `r${draw(1, 8)}`,
    };
  });
