import { groupBy } from '../group-by.ts';
import { addDays, type PlainDate, weekdayOf } from '../plain-date.ts';
import { listDayOffReasons, type OpeningRules } from '../planning/find-day-off.ts';
import { maxMinutesPerDay } from '../planning/list-open-half-days.ts';
import { type HalfDay, halfDays } from '../vocabulary.ts';
import { isRoomOpen, isWorking } from './plan-calendar.ts';
import type { PlanRoom, PlanTrainer } from './planning-problem.ts';
import { mondayOf } from './week.ts';

/** Two days, both included. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The school year in which a day falls: 1 September to 31 August. */
export function schoolYearOf(day: PlainDate): Period {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);
  return { from: `${year}-09-01`, to: `${year + 1}-08-31` };
}

/** A half-day of a calendar, as far as it takes somebody's time or a room. */
export interface LoadSlot {
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
  readonly minutes: number;
  readonly trainerId: string | null;
  readonly roomId: string | null;
}

export interface LoadFacts extends Period {
  readonly trainers: readonly PlanTrainer[];
  readonly rooms: readonly PlanRoom[];
  /** When each site teaches, by its id. */
  readonly sites: ReadonlyMap<string, OpeningRules>;
  readonly slots: readonly LoadSlot[];
}

export interface TrainerLoad {
  readonly id: string;
  readonly name: string;
  readonly plannedMinutes: number;
  /** What the weeks of the period can hold: weekly maximum, less absences and days off. */
  readonly maxMinutes: number;
  /** Mondays of the weeks beyond the weekly maximum. */
  readonly weeksOver: readonly PlainDate[];
  /** Mondays of the weeks below the minimum, among those in which the centre teaches. */
  readonly weeksUnder: readonly PlainDate[];
  readonly cents: number;
}

export interface RoomLoad {
  readonly id: string;
  readonly name: string;
  readonly siteId: string;
  readonly usedHalfDays: number;
  /** Mondays to Fridays on which the site and the room are open, and any other half-day used. */
  readonly openHalfDays: number;
}

export interface Load {
  readonly trainers: readonly TrainerLoad[];
  readonly rooms: readonly RoomLoad[];
  readonly totals: {
    readonly plannedMinutes: number;
    readonly maxMinutes: number;
    readonly cents: number;
    readonly usedHalfDays: number;
    readonly openHalfDays: number;
    /** Minutes that no trainer has yet. */
    readonly unstaffedMinutes: number;
    /** Minutes of trainers who are not among those measured: no file, or gone. */
    readonly otherMinutes: number;
  };
}

interface Moment {
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
}

/**
 * How full trainers and rooms are between two days, against what they can hold. A week that the
 * period cuts counts for the days inside it.
 */
export function measureLoad(facts: LoadFacts): Load {
  const slots = facts.slots.filter(({ date }) => facts.from <= date && date <= facts.to);
  const days = listDays(facts);
  const sites = [...facts.sites.values()];
  const openDays = days.filter((day) => sites.some((rules) => isOpen(day, rules)));
  const taughtWeeks = new Set(slots.map(({ date }) => mondayOf(date)));
  const byTrainer = groupBy(slots, ({ trainerId }) => trainerId);
  const byRoom = groupBy(slots, ({ roomId }) => roomId);
  const trainers = facts.trainers.map((trainer) =>
    measureTrainer(trainer, byTrainer.get(trainer.id) ?? [], openDays, taughtWeeks),
  );
  const rooms = facts.rooms.map((room) => {
    const rules = facts.sites.get(room.siteId);
    const ofSite = rules ? days.filter((day) => isOpen(day, rules)) : [];
    return measureRoom(room, byRoom.get(room.id) ?? [], ofSite);
  });
  const unstaffedMinutes = sumMinutes(byTrainer.get(null) ?? []);
  const plannedMinutes = sum(trainers, (one) => one.plannedMinutes);
  return {
    trainers,
    rooms,
    totals: {
      plannedMinutes,
      maxMinutes: sum(trainers, (one) => one.maxMinutes),
      cents: sum(trainers, (one) => one.cents),
      usedHalfDays: sum(rooms, (one) => one.usedHalfDays),
      openHalfDays: sum(rooms, (one) => one.openHalfDays),
      unstaffedMinutes,
      otherMinutes: sumMinutes(slots) - plannedMinutes - unstaffedMinutes,
    },
  };
}

function measureTrainer(
  trainer: PlanTrainer,
  slots: readonly LoadSlot[],
  openDays: readonly PlainDate[],
  taughtWeeks: ReadonlySet<PlainDate>,
): TrainerLoad {
  const { minMinutesPerWeek, maxMinutesPerWeek } = trainer;
  const worked = openDays.flatMap(bothHalves).filter((moment) => isWorking(trainer, moment));
  const room = [...groupBy(worked, ({ date }) => mondayOf(date))].map(([week, moments]) => ({
    week,
    minutes: (moments.length * maxMinutesPerDay) / 2,
  }));
  const planned = new Map(
    [...groupBy(slots, ({ date }) => mondayOf(date))].map(([week, held]) => [
      week,
      sumMinutes(held),
    ]),
  );
  const plannedMinutes = sumMinutes(slots);
  return {
    id: trainer.id,
    name: trainer.name,
    plannedMinutes,
    maxMinutes: sum(room, ({ minutes }) => Math.min(maxMinutesPerWeek, minutes)),
    weeksOver: [...planned]
      .filter(([, minutes]) => minutes > maxMinutesPerWeek)
      .map(([week]) => week)
      .toSorted(),
    weeksUnder: room
      .filter(
        ({ week, minutes }) =>
          taughtWeeks.has(week) && (planned.get(week) ?? 0) < Math.min(minMinutesPerWeek, minutes),
      )
      .map(({ week }) => week),
    cents: Math.round((plannedMinutes * trainer.centsPerHour) / 60),
  };
}

function measureRoom(
  room: PlanRoom,
  slots: readonly LoadSlot[],
  siteDays: readonly PlainDate[],
): RoomLoad {
  const key = ({ date, halfDay }: Moment) => `${date} ${halfDay}`;
  const used = new Set(slots.map(key));
  const open = siteDays
    .filter((day) => weekdayOf(day) <= 5 && isRoomOpen(room, day))
    .flatMap(bothHalves)
    .map(key);
  return {
    id: room.id,
    name: room.name,
    siteId: room.siteId,
    usedHalfDays: used.size,
    openHalfDays: new Set([...open, ...used]).size,
  };
}

const bothHalves = (date: PlainDate): readonly Moment[] =>
  halfDays.map((halfDay) => ({ date, halfDay }));

const isOpen = (day: PlainDate, rules: OpeningRules): boolean =>
  listDayOffReasons(day, rules).length === 0;

function listDays({ from, to }: Period): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const sum = <T>(items: readonly T[], countOf: (item: T) => number): number =>
  items.reduce((total, item) => total + countOf(item), 0);

const sumMinutes = (slots: readonly LoadSlot[]): number => sum(slots, ({ minutes }) => minutes);
