import type { Finding } from '../finding.ts';
import { formatLongDay, formatMinutes } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { maxMinutesPerDay } from '../planning/list-open-half-days.ts';
import { overlaps } from '../planning/slot.ts';
import type { KnownSlot } from './index-problem.ts';
import { isFollowedBy, listLines, mayShareLearners } from './list-lines.ts';

/** What a cohort and its groups can bear in a day: one place at a time, 7 h at most. */
export const checkAttendees = (known: readonly KnownSlot[]): readonly Finding[] =>
  [...groupBy(known, ({ cohort, slot }) => `${cohort.id} ${slot.date}`).values()].flatMap(
    (ofDay) => [...checkGroupsFree(ofDay), ...checkDayLength(ofDay)],
  );

const checkGroupsFree = (ofDay: readonly KnownSlot[]): readonly Finding[] =>
  ofDay.flatMap((one, index) =>
    ofDay
      .slice(index + 1)
      .filter((other) => mayShareLearners(one.run, other.run) && overlaps(one.slot, other.slot))
      .map((other) => ({
        rule: 'plan.group-free',
        severity: 'error' as const,
        path: `${other.path}/startsAt`,
        message: `${one.cohort.name} aurait deux cours à la fois le ${formatLongDay(one.slot.date)} : ${one.run.name} et ${other.run.name}.`,
        source: 'DOMAIN 12',
      })),
  );

function checkDayLength(ofDay: readonly KnownSlot[]): readonly Finding[] {
  return listLines(ofDay.map(({ run }) => run)).flatMap((line) => {
    const own = ofDay.filter(({ run }) => isFollowedBy(line, run));
    const total = own.reduce((minutes, { slot }) => minutes + slot.minutes, 0);
    const [first] = own;
    if (!first || total <= maxMinutesPerDay) return [];
    return [
      {
        rule: 'plan.day-at-most-7h',
        severity: 'error' as const,
        path: `${first.path}/date`,
        message: `${first.cohort.name} aurait ${formatMinutes(total)} le ${formatLongDay(first.slot.date)} : une journée compte 7 h au plus.`,
        source: 'DOMAIN 12, S2:L189',
        excess: {
          of: `plan.day-at-most-7h ${first.cohort.id} ${first.slot.date} ${[...line].flat().join(' ')}`,
          by: total - maxMinutesPerDay,
        },
      },
    ];
  });
}
