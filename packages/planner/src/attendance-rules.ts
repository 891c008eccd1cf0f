import {
  groupBy,
  isFollowedBy,
  type Line,
  listLines,
  maxMinutesPerDay,
  mondayOf,
  overlaps,
  shareWeeks,
} from '@jalon/domain';
import { listHalfLocked } from './add-options.ts';
import type { Mip, Term } from './mip.ts';
import { groupByMoment, type Option, one, type PlaceRequest, takesRoom } from './placement.ts';
import type { CohortChoice, Moment } from './problem-index.ts';

/** Exact hours; nobody attends two things at once; rooms enough for groups side by side. */
export function addAttendance(mip: Mip, request: PlaceRequest, options: readonly Option[]): void {
  const { choice, occupancy, availability } = request;
  for (const runChoice of choice.runs) {
    const { run, minutesLeft, remoteLeft } = runChoice;
    const own = options.filter((option) => option.run.run === run);
    for (const day of minutesLeft.length > 0 ? listHalfLocked(runChoice) : []) {
      const halves = own.filter(({ at: [first] }) => choice.moments[first ?? 0]?.date === day);
      mip.addRow(1, halves.map(one), 1);
    }
    mip.addRow(
      minutesLeft.length,
      own.map(({ column, at }): Term => [column, at.length]),
      minutesLeft.length,
    );
    if (remoteLeft > 0)
      mip.addRow(
        remoteLeft,
        own.map(({ column, remote }): Term => [column, remote]),
        remoteLeft,
      );
    // A run without any possible half-day: no row could say so.
    if (own.length === 0 && minutesLeft.length > 0)
      mip.addRow(1, [[mip.addColumn({ cost: 0, upper: 0 }), 1]], 1);
  }
  const lines = listLines(choice.runs.map(({ run }) => run));
  const byMoment = groupByMoment(options);
  for (const line of lines) addLockedDays(mip, choice, byMoment, line);
  for (const [index, here] of byMoment) {
    const moment = choice.moments[index];
    for (const line of lines) {
      const attending = here.filter(({ run }) => isFollowedBy(line, run.run));
      mip.addRow(-Infinity, attending.map(one), isHeld(choice, moment, line) ? 0 : 1);
    }
    const inRooms = here.filter((option) => takesRoom(option, index));
    const rooms = new Set(
      inRooms
        .flatMap(({ run }) => run.rooms)
        .filter(
          (room) =>
            moment && availability.isRoomOpen(room, moment) && occupancy.isFree(room.id, moment),
        ),
    );
    if (inRooms.length > 0 && rooms.size < lines.length)
      mip.addRow(-Infinity, inRooms.map(one), rooms.size);
  }
}

/** No more than 7 h a day (DOMAIN 12): a lock may be longer than a half-day, or in the evening. */
function addLockedDays(
  mip: Mip,
  choice: CohortChoice,
  options: ReadonlyMap<number, readonly Option[]>,
  line: Line,
): void {
  const locked = choice.runs
    .filter(({ run }) => isFollowedBy(line, run))
    .flatMap((run) => run.locked);
  for (const [day, ofDay] of groupBy(locked, ({ date }) => date)) {
    const left = maxMinutesPerDay - ofDay.reduce((total, { minutes }) => total + minutes, 0);
    const minutesOf = new Map<number, number>();
    for (const [index, here] of options) {
      const moment = choice.moments[index];
      if (moment?.date !== day) continue;
      for (const { column } of here.filter(({ run }) => isFollowedBy(line, run.run)))
        minutesOf.set(column, (minutesOf.get(column) ?? 0) + moment.minutes);
    }
    if (minutesOf.size > 0) mip.addRow(-Infinity, [...minutesOf], Math.max(0, left));
  }
}

/** Whether a locked half-day already takes that line of the cohort at that moment. */
const isHeld = (choice: CohortChoice, moment: Moment | undefined, line: Line): boolean =>
  moment !== undefined &&
  choice.runs.some(
    ({ run, locked }) => isFollowedBy(line, run) && locked.some((slot) => overlaps(slot, moment)),
  );

/** Each week near its fair share; each half-day beyond or below has its price. */
export function addEvenWeeks(
  mip: Mip,
  { choice, problem }: PlaceRequest,
  options: readonly Option[],
) {
  const total = choice.runs.reduce(
    (sum, { run, share }) => sum + run.slotMinutes.length * share,
    0,
  );
  const byWeek = groupBy(options, ({ at: [first] }) => choice.moments[first ?? 0]?.week ?? '');
  for (const [week, { least, most }] of shareWeeks(choice.moments, total)) {
    const load = (byWeek.get(week) ?? []).map(
      ({ column, at, run }): Term => [column, at.length * run.share],
    );
    const held = choice.runs.reduce(
      (sum, { locked, share }) =>
        sum + share * locked.filter(({ date }) => mondayOf(date) === week).length,
      0,
    );
    const cost = problem.weights.unevenWeek;
    const over = mip.addColumn({ cost, upper: Infinity });
    const under = mip.addColumn({ cost, upper: Infinity });
    mip.addRow(-Infinity, [...load, [over, -1]], most - held);
    mip.addRow(least - held, [...load, [under, 1]], Infinity);
  }
}
