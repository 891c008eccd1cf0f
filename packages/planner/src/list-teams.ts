import type { Booking, PlanningProblem, PlanTrainer } from '@jalon/domain';
import type { Highs } from 'highs';
import { assignTrainers } from './assign-trainers.ts';
import type { SolveLimits } from './mip.ts';
import type { Occupancy } from './occupancy.ts';
import type { PlaceRequest } from './placement.ts';
import type { Availability, CohortChoice } from './problem-index.ts';

/** Who may teach a run, by run; everybody qualified when it is not in the map. */
export type Team = ReadonlyMap<string, readonly string[]>;

const everybody: Team = new Map();

export interface TeamRequest {
  readonly problem: PlanningProblem;
  readonly choice: CohortChoice;
  readonly availability: Availability;
  readonly occupancy: Occupancy;
  /** The same as half-days: what everything but the cohort's own plan holds. */
  readonly held: readonly Booking[];
  /** The team that the cohort would best have. */
  readonly first: Team;
}

/** Whom a cohort may be placed with, and how far from its programme. */
export type Attempt = Pick<PlaceRequest, 'trainersOf' | 'reach'>;

/** Shares of the cohort's half-days: near its programme nearly always does, and is solved soonest. */
const reaches = [0.1, 0.25, 1] as const;

/** Each team near the programme first, then with more and more freedom, up to the whole period. */
export function* listAttempts(
  highs: Highs,
  request: TeamRequest,
  limitSolve: () => SolveLimits,
): Generator<Attempt, undefined> {
  for (const trainersOf of listTeams(highs, request, limitSolve))
    for (const reach of reaches) yield { trainersOf, reach };
}

/** For a cohort that is placed already: its best team with more freedom, then everybody. */
export const listImprovements = (first: Team): readonly Attempt[] => [
  { trainersOf: first, reach: reaches[1] },
  { trainersOf: everybody },
];

/**
 * The teams with which a cohort may be placed, each to be tried when those before do not fit. The
 * fewer may teach, the sooner it is known: first the best; then those who are free, half-day by
 * half-day, around what is placed; then more and more choice, up to everybody.
 */
function* listTeams(
  highs: Highs,
  request: TeamRequest,
  limitSolve: () => SolveLimits,
): Generator<Team, undefined> {
  yield request.first;
  const { problem, availability, held } = request;
  const free = assignTrainers(
    highs,
    {
      problem: { ...problem, bookings: held, locked: [] },
      cohorts: [keepRoomed(request)],
      availability,
      grain: 'half_day',
    },
    limitSolve(),
  );
  if (free.status === 'solved') {
    yield free.trainersOf;
    yield freeRigid(request, free.trainersOf);
    yield addFreest(request, free.trainersOf);
  }
  yield everybody;
}

/** The cohort with the half-days for which a room is left, if all that it has left takes one. */
function keepRoomed({ choice, occupancy, availability }: TeamRequest): CohortChoice {
  if (choice.runs.some(({ remoteLeft }) => remoteLeft > 0)) return choice;
  const rooms = [...new Set(choice.runs.flatMap((run) => run.rooms))];
  const moments = choice.moments.filter((moment) =>
    rooms.some(
      (room) => availability.isRoomOpen(room, moment) && occupancy.isFree(room.id, moment),
    ),
  );
  return { ...choice, moments };
}

/** Anybody for full days and for what comes last: the assignment sees neither rule. */
function freeRigid({ choice }: TeamRequest, team: Team): Team {
  const rigid = new Set(
    choice.runs
      .filter(({ run }) => run.form === 'full_days' || run.after.length > 0)
      .map(({ run }) => run.id),
  );
  return new Map([...team].filter(([runId]) => !rigid.has(runId)));
}

/** How many more trainers a run may then choose from. */
const spareTrainers = 2;

/** Those given to each run, and the qualified trainers who have most half-days left for it. */
const addFreest = ({ choice, occupancy, availability }: TeamRequest, team: Team): Team =>
  new Map(
    choice.runs.map(({ run, trainers }) => {
      const countFree = (trainer: PlanTrainer) =>
        choice.moments.filter(
          (moment) =>
            availability.isWorking(trainer, moment) && occupancy.isFree(trainer.id, moment),
        ).length;
      const freest = trainers
        .map((trainer) => ({ id: trainer.id, free: countFree(trainer) }))
        .sort((a, b) => b.free - a.free)
        .slice(0, spareTrainers);
      return [run.id, [...(team.get(run.id) ?? []), ...freest.map(({ id }) => id)]];
    }),
  );
