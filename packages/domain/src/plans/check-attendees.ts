import type { Finding } from '../finding.ts';
import { formatLongDay, formatMinutes } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { maxMinutesPerDay } from '../planning/list-open-half-days.ts';
import { overlaps } from '../planning/slot.ts';
import type { KnownSession } from './index-problem.ts';

/** What a cohort and its groups can bear in a day: one place at a time, 7 h at most. */
export const checkAttendees = (known: readonly KnownSession[]): readonly Finding[] =>
  [...groupBy(known, ({ cohort, session }) => `${cohort.id} ${session.date}`).values()].flatMap(
    (ofDay) => [...checkGroupsFree(ofDay), ...checkDayLength(ofDay)],
  );

const haveSharedLearners = (a: KnownSession, b: KnownSession): boolean =>
  a.course.group === null || b.course.group === null || a.course.group === b.course.group;

const checkGroupsFree = (ofDay: readonly KnownSession[]): readonly Finding[] =>
  ofDay.flatMap((one, index) =>
    ofDay
      .slice(index + 1)
      .filter((other) => haveSharedLearners(one, other) && overlaps(one.session, other.session))
      .map((other) => ({
        rule: 'plan.group-free',
        severity: 'error' as const,
        path: `${other.path}/startsAt`,
        message: `${one.cohort.name} aurait deux cours à la fois le ${formatLongDay(one.session.date)} : ${one.course.name} et ${other.course.name}.`,
        source: 'DOMAIN 12',
      })),
  );

function checkDayLength(ofDay: readonly KnownSession[]): readonly Finding[] {
  const groups = new Set(ofDay.map(({ course }) => course.group));
  const lines = groups.size > 1 ? [...groups].filter((group) => group !== null) : [null];
  return lines.flatMap((group) => {
    const line = ofDay.filter(
      ({ course }) => group === null || course.group === null || course.group === group,
    );
    const total = line.reduce((minutes, { session }) => minutes + session.minutes, 0);
    const [first] = line;
    if (!first || total <= maxMinutesPerDay) return [];
    return [
      {
        rule: 'plan.day-at-most-7h',
        severity: 'error' as const,
        path: `${first.path}/date`,
        message: `${first.cohort.name} aurait ${formatMinutes(total)} le ${formatLongDay(first.session.date)} : une journée compte 7 h au plus.`,
        source: 'DOMAIN 12, S2:L189',
      },
    ];
  });
}
