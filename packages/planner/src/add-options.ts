import {
  groupBy,
  isAhead,
  isAvoided,
  isQualifiedOn,
  overlaps,
  type PlanRoom,
  type PlanRun,
  type PlanSlot,
  type PlanTrainer,
} from '@jalon/domain';
import type { Mip } from './mip.ts';
import { keepKey, momentKey, type Option, type PlaceRequest } from './placement.ts';
import type { Moment, RunChoice } from './problem-index.ts';
import { listPlaces, type ProgrammePlace } from './programme-places.ts';

/** A column for each half-day on which run, trainer and a room could meet. */
export function addOptions(mip: Mip, request: PlaceRequest): readonly Option[] {
  const { choice, problem } = request;
  const places = listPlaces(choice, problem.placeFrom);
  const anywhere = { from: 0, to: choice.moments.length };
  return choice.runs
    .filter(({ minutesLeft }) => minutesLeft.length > 0)
    .flatMap((run) => {
      const wanted = describeRun(request, run, places.get(run.run.id) ?? anywhere);
      return listPossible(request, wanted).map(
        (possible): Option => ({
          ...possible,
          run,
          column: mip.addColumn({
            cost: priceOption(request, wanted, possible),
            upper: 1,
            isInteger: true,
          }),
        }),
      );
    });
}

/** What may become an option: who holds the run when, and how many of its half-days at a distance. */
type Possible = Pick<Option, 'trainer' | 'at' | 'remote'>;

/** A run with what its options are judged by, looked up once. */
interface WantedRun {
  readonly choice: RunChoice;
  readonly place: ProgrammePlace;
  /** Mean length of its half-days. */
  readonly hours: number;
  /** When its learners are elsewhere. */
  readonly taken: ReturnType<typeof listTaken>;
  /** At each half-day of the cohort, how many rooms could hold it. */
  readonly roomsAt: readonly number[];
}

function describeRun(
  { choice: { moments }, occupancy, availability, others }: PlaceRequest,
  choice: RunChoice,
  place: ProgrammePlace,
): WantedRun {
  const { run, rooms, minutesLeft } = choice;
  const isRoomFree = (room: PlanRoom, moment: Moment) =>
    availability.isRoomOpen(room, moment) && occupancy.isFree(room.id, moment);
  return {
    choice,
    place,
    hours: minutesLeft.reduce((total, one) => total + one, 0) / 60 / minutesLeft.length,
    taken: listTaken(run, others),
    roomsAt: moments.map((moment) => rooms.filter((room) => isRoomFree(room, moment)).length),
  };
}

/** Trainer by trainer, each beginning at which every half-day can be held. */
function listPossible(request: PlaceRequest, wanted: WantedRun): readonly Possible[] {
  const { choice } = wanted;
  const allowed = request.trainersOf.get(choice.run.id);
  const starts = listStarts(request.choice.moments, choice.run.form, listHalfLocked(choice));
  return choice.trainers
    .filter(({ id }) => allowed === undefined || allowed.includes(id))
    .flatMap((trainer) =>
      starts
        .flatMap((at) => listRemote(choice, at).map((remote) => ({ trainer, at, remote })))
        .filter(({ at, remote }) =>
          at.every((index, rank) =>
            canHold(request, wanted, { trainer, index, isRemote: rank < remote }),
          ),
        ),
    );
}

/** One half-day of what may become an option. */
interface HalfDayOf {
  readonly trainer: PlanTrainer;
  /** Of the half-day among the cohort's. */
  readonly index: number;
  readonly isRemote: boolean;
}

/** Whether every hard rule lets the trainer hold the run at that half-day. */
function canHold(
  request: PlaceRequest,
  { choice: { run }, place, roomsAt, taken }: WantedRun,
  { trainer, index, isRemote }: HalfDayOf,
): boolean {
  const { choice, occupancy, availability, problem, reach = 1 } = request;
  const moment = choice.moments[index];
  const margin = reach * choice.moments.length;
  return (
    moment !== undefined &&
    place.from - margin <= index &&
    index < place.to + margin &&
    (run.until === null || moment.date <= run.until) &&
    isAhead(problem, { runId: run.id, ...moment }) &&
    availability.isWorking(trainer, moment) &&
    isQualifiedOn(trainer, run, moment.date) &&
    occupancy.isFree(trainer.id, moment) &&
    (isRemote || (roomsAt[index] ?? 0) > 0) &&
    !taken.some((one) => overlaps(one, moment))
  );
}

/** In cents: the trainer's pay, then what would rather not be. */
const priceOption = (
  request: PlaceRequest,
  wanted: WantedRun,
  { trainer, at, remote }: Possible,
): number =>
  at.reduce(
    (total, index, rank) =>
      total + priceHalfDay(request, wanted, { trainer, index, isRemote: rank < remote }),
    0,
  );

function priceHalfDay(
  { choice: { moments }, problem: { weights }, kept, wanted: wantedAt }: PlaceRequest,
  { choice: { run }, place, hours, roomsAt }: WantedRun,
  { trainer, index, isRemote }: HalfDayOf,
): number {
  const moment = moments[index];
  if (!moment) return 0;
  const crowd = (wantedAt?.get(momentKey(moment)) ?? 0) + 1 - (roomsAt[index] ?? 0);
  const drift = Math.abs(index + 0.5 - (place.from + place.to) / 2) / moments.length;
  const isKept =
    !kept || [trainer.id, null].some((who) => kept.has(keepKey(run.id, moment, who, isRemote)));
  return (
    hours * trainer.centsPerHour +
    (isAvoided(trainer, moment) ? weights.avoidedHalfDay : 0) +
    drift * centsPerDrift +
    (isRemote ? 0 : Math.max(0, crowd) * centsPerCrowd) +
    (isKept ? 0 : centsPerMove)
  );
}

/** When some who follow the run attend another cohort, outside the plan or in it (W3). */
const listTaken = (
  { taken = [], sharedWith }: PlanRun,
  others: readonly PlanSlot[] = [],
): readonly Pick<PlanSlot, 'date' | 'startsAt' | 'minutes'>[] => {
  if (!sharedWith) return taken;
  const shared = new Set(sharedWith.map(({ runId }) => runId));
  return [...taken, ...others.filter(({ runId }) => shared.has(runId))];
};

/** Rooms are left where the cohorts still to place will need them. */
const centsPerCrowd = 300;
/** A repair moves a half-day for nothing else than what broke it. */
const centsPerMove = 1_000_000;
/** Between equal plans, the one that follows the programme: far too little to buy anything else. */
const centsPerDrift = 60;

/** How many half-days of a slot may be held at a distance: none for most runs. */
const listRemote = ({ remoteLeft }: RunChoice, { length }: readonly number[]): readonly number[] =>
  Array.from({ length: Math.min(remoteLeft, length) + 1 }, (_, count) => count);

/**
 * The half-days on which a slot may begin: each, or each morning whose afternoon is open. The
 * other half of a full day that is locked by half is on its own.
 */
const listStarts = (
  moments: readonly Moment[],
  form: 'half_days' | 'full_days',
  halfLocked: ReadonlySet<string>,
): readonly (readonly number[])[] =>
  form === 'half_days'
    ? moments.map((_, index) => [index])
    : moments.flatMap((moment, index) => {
        if (halfLocked.has(moment.date)) return [[index]];
        return moments[index + 1]?.date === moment.date ? [[index, index + 1]] : [];
      });

/** The days of a run in full days of which one half is locked. */
export const listHalfLocked = ({ run, locked }: RunChoice): ReadonlySet<string> =>
  new Set(
    run.form === 'half_days'
      ? []
      : [...groupBy(locked, ({ date }) => date)]
          .filter(([, halves]) => halves.length === 1)
          .map(([date]) => date),
  );
