import {
  groupBy,
  isAhead,
  isAvoided,
  isQualifiedOn,
  overlaps,
  type PlanRun,
  type PlanSlot,
  type PlanTrainer,
} from '@jalon/domain';
import type { Mip } from './mip.ts';
import { keepKey, momentKey, type Option, type PlaceRequest } from './placement.ts';
import type { Moment, RunChoice } from './problem-index.ts';
import { listPlaces } from './programme-places.ts';

/** A column for each half-day on which run, trainer and a room could meet. */
export function addOptions(mip: Mip, request: PlaceRequest): readonly Option[] {
  const { choice, occupancy, availability, trainersOf, problem, kept, wanted, reach } = request;
  const { moments } = choice;
  const places = listPlaces(choice, problem.placeFrom);
  return choice.runs.flatMap((run) => {
    const { minutesLeft } = run;
    const { form, until, id } = run.run;
    if (minutesLeft.length === 0) return [];
    const allowed = trainersOf.get(id);
    const taken = listTaken(run.run, request.others);
    const hours = minutesLeft.reduce((total, one) => total + one, 0) / 60 / minutesLeft.length;
    const { from, to } = places.get(id) ?? { from: 0, to: moments.length };
    const margin = (reach ?? 1) * moments.length;
    const countRooms = (moment: Moment) =>
      run.rooms.filter(
        (room) => availability.isRoomOpen(room, moment) && occupancy.isFree(room.id, moment),
      ).length;
    const roomsAt = new Map(moments.map((moment) => [moment, countRooms(moment)]));
    const crowdAt = (moment: Moment) =>
      Math.max(0, (wanted?.get(momentKey(moment)) ?? 0) + 1 - (roomsAt.get(moment) ?? 0));
    const fits = (index: number, trainer: PlanTrainer, isRemote: boolean): boolean => {
      const moment = moments[index];
      return (
        moment !== undefined &&
        from - margin <= index &&
        index < to + margin &&
        (until === null || moment.date <= until) &&
        isAhead(problem, { runId: id, ...moment }) &&
        availability.isWorking(trainer, moment) &&
        isQualifiedOn(trainer, run.run, moment.date) &&
        occupancy.isFree(trainer.id, moment) &&
        (isRemote || (roomsAt.get(moment) ?? 0) > 0) &&
        !taken.some((one) => overlaps(one, moment))
      );
    };
    return run.trainers
      .filter((trainer) => allowed === undefined || allowed.includes(trainer.id))
      .flatMap((trainer) =>
        listStarts(moments, form, listHalfLocked(run))
          .flatMap((at) => listRemote(run, at).map((remote) => ({ at, remote })))
          .filter(({ at, remote }) =>
            at.every((index, rank) => fits(index, trainer, rank < remote)),
          )
          .map(({ at, remote }): Option => {
            const cost = at.reduce((total, index, rank) => {
              const moment = moments[index];
              const isRemote = rank < remote;
              const avoided = moment && isAvoided(trainer, moment);
              const drift = Math.abs(index + 0.5 - (from + to) / 2) / moments.length;
              const isKept =
                !kept ||
                (moment !== undefined &&
                  [trainer.id, null].some((who) => kept.has(keepKey(id, moment, who, isRemote))));
              return (
                total +
                hours * trainer.centsPerHour +
                (avoided ? problem.weights.avoidedHalfDay : 0) +
                drift * centsPerDrift +
                (moment && !isRemote ? crowdAt(moment) * centsPerCrowd : 0) +
                (isKept ? 0 : centsPerMove)
              );
            }, 0);
            return {
              run,
              trainer,
              at,
              remote,
              column: mip.addColumn({ cost, upper: 1, isInteger: true }),
            };
          }),
      );
  });
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
