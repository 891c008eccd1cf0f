import { type MinuteOfDay, type PlainDate, weekdayOf } from '../plain-date.ts';
import { findMissingEquipment } from '../planning/equipment.ts';
import { coversDay } from '../planning/find-day-off.ts';
import type { HalfDay } from '../vocabulary.ts';
import type {
  PlanningProblem,
  PlanRoom,
  PlanRun,
  PlanSlot,
  PlanTrainer,
  WeeklyHalfDay,
} from './planning-problem.ts';

type Moment = { readonly date: PlainDate; readonly halfDay: HalfDay };

const includes = (weekly: readonly WeeklyHalfDay[], { date, halfDay }: Moment): boolean => {
  const weekday = weekdayOf(date);
  return weekly.some((moment) => moment.weekday === weekday && moment.halfDay === halfDay);
};

/** Whether the trainer holds what the run asks: its subject and every accreditation (W1). */
export const isQualified = (trainer: PlanTrainer, run: PlanRun): boolean =>
  trainer.subjects.includes(run.subject) &&
  run.accreditations.every((accreditation) => trainer.accreditations.includes(accreditation));

/** The same on a given day: an accreditation that has ended no longer counts. */
export const isQualifiedOn = (trainer: PlanTrainer, run: PlanRun, date: PlainDate): boolean =>
  isQualified(trainer, run) &&
  run.accreditations.every((code) => date <= (trainer.accreditationEnds?.[code] ?? date));

/** Whether an absence of the trainer covers that day. */
export const isAway = (trainer: PlanTrainer, date: PlainDate): boolean =>
  coversDay(trainer.absences, date);

/** Whether the trainer works on that half-day: usual week, less absences. */
export const isWorking = (trainer: PlanTrainer, moment: Moment): boolean =>
  includes(trainer.works, moment) && !isAway(trainer, moment.date);

/** Whether the trainer would rather not work on that half-day. */
export const isAvoided = (trainer: PlanTrainer, moment: Moment): boolean =>
  includes(trainer.avoids, moment);

/** Whether the room can hold the run: site, seats, equipment. */
export const isRoomFit = (room: PlanRoom, run: PlanRun, siteId: string): boolean =>
  room.siteId === siteId &&
  room.seats >= run.learners &&
  findMissingEquipment(run.equipment, room.equipment).length === 0;

/** Whether the room is open that day. */
export const isRoomOpen = (room: PlanRoom, date: PlainDate): boolean =>
  !coversDay(room.closures, date);

/**
 * Whether a plan may put a half-day of a run at that moment: the past stays, and what begins later
 * this very day may be given to another trainer or room, where it is.
 */
export const isAhead = (
  { placeFrom, stillToday = [] }: Pick<PlanningProblem, 'placeFrom' | 'stillToday'>,
  slot: Pick<PlanSlot, 'runId' | 'date' | 'startsAt'>,
): boolean =>
  placeFrom === null ||
  slot.date >= placeFrom ||
  stillToday.some((one) => one.runId === slot.runId && compareStarts(one, slot) === 0);

/** When a half-day begins. */
export interface SlotStart {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
}

/** Order of time: negative when `a` begins before `b`, 0 at the same moment. */
export const compareStarts = (a: SlotStart, b: SlotStart): number =>
  a.date === b.date ? a.startsAt - b.startsAt : a.date < b.date ? -1 : 1;
