import type { Finding } from '../finding.ts';
import { formatLongDay, formatMinutes } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { maxMinutesPerDay } from '../planning/list-open-half-days.ts';
import { overlaps } from '../planning/slot.ts';
import type { KnownSlot } from './index-problem.ts';

/** What a cohort and its groups can bear in a day: one place at a time, 7 h at most. */
export const checkAttendees = (known: readonly KnownSlot[]): readonly Finding[] =>
  [...groupBy(known, ({ cohort, slot }) => `${cohort.id} ${slot.date}`).values()].flatMap(
    (ofDay) => [...checkGroupsFree(ofDay), ...checkDayLength(ofDay)],
  );

const haveSharedLearners = (a: KnownSlot, b: KnownSlot): boolean =>
  a.run.group === null || b.run.group === null || a.run.group === b.run.group;

const checkGroupsFree = (ofDay: readonly KnownSlot[]): readonly Finding[] =>
  ofDay.flatMap((one, index) =>
    ofDay
      .slice(index + 1)
      .filter((other) => haveSharedLearners(one, other) && overlaps(one.slot, other.slot))
      .map((other) => ({
        rule: 'plan.group-free',
        severity: 'error' as const,
        path: `${other.path}/startsAt`,
        message: `${one.cohort.name} aurait deux cours à la fois le ${formatLongDay(one.slot.date)} : ${one.run.name} et ${other.run.name}.`,
        source: 'DOMAIN 12',
      })),
  );

function checkDayLength(ofDay: readonly KnownSlot[]): readonly Finding[] {
  const groups = new Set(ofDay.map(({ run }) => run.group));
  const lines = groups.size > 1 ? [...groups].filter((group) => group !== null) : [null];
  return lines.flatMap((group) => {
    const line = ofDay.filter(
      ({ run }) => group === null || run.group === null || run.group === group,
    );
    const total = line.reduce((minutes, { slot }) => minutes + slot.minutes, 0);
    const [first] = line;
    if (!first || total <= maxMinutesPerDay) return [];
    return [
      {
        rule: 'plan.day-at-most-7h',
        severity: 'error' as const,
        path: `${first.path}/date`,
        message: `${first.cohort.name} aurait ${formatMinutes(total)} le ${formatLongDay(first.slot.date)} : une journée compte 7 h au plus.`,
        source: 'DOMAIN 12, S2:L189',
        excess: {
          of: `plan.day-at-most-7h ${first.cohort.id} ${first.slot.date} ${group}`,
          by: total - maxMinutesPerDay,
        },
      },
    ];
  });
}
