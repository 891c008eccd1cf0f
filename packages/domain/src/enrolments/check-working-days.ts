import type { Finding } from '../finding.ts';
import { countNoun, formatDay, joinWords, listHalfDays } from '../french-format.ts';
import { type PlainDate, weekdayOf } from '../plain-date.ts';
import type { HalfDay } from '../vocabulary.ts';
import { periodOf } from './training-contract.ts';

/** The half-days of a week on which an employer expects somebody. Monday is 1, Saturday is 6. */
export interface WorkedWeek {
  readonly workedMornings: readonly number[];
  readonly workedAfternoons: readonly number[];
}

/** An employment with its days and its week; a week without a half-day is one that nobody said. */
export type WorkedEmployment = WorkedWeek &
  Parameters<typeof periodOf>[0] & { readonly employerName: string };

/** A half-day of training, as far as it may fall on one that is worked. */
export interface WeeklySlot {
  readonly date: PlainDate;
  readonly halfDay: HalfDay;
}

/**
 * Warns of the half-days of training on which an employer expects the learner too: an assistant may
 * be employed half-time (S2:L85), on days of their own. They are told, nothing is refused (Q17).
 *
 * @param slots the half-days that the learner follows
 * @param since what is held before that day is over, and told no more
 * @returns at most one warning an employer, at `path`
 */
export const checkWorkingDays = (
  employments: readonly WorkedEmployment[],
  slots: readonly WeeklySlot[],
  { since, path }: { readonly since: PlainDate; readonly path: string },
): readonly Finding[] =>
  employments.flatMap((employment) => {
    const clashes = slots
      .filter((slot) => slot.date >= since && isExpectedAtWork(employment, slot))
      .toSorted((a, b) => a.date.localeCompare(b.date));
    const [first] = clashes;
    return first ? [tellClashes(employment.employerName, [first, ...clashes.slice(1)], path)] : [];
  });

function isExpectedAtWork(employment: WorkedEmployment, { date, halfDay }: WeeklySlot): boolean {
  const { from, to } = periodOf(employment);
  const week = halfDay === 'morning' ? employment.workedMornings : employment.workedAfternoons;
  return date >= from && (to === null || date <= to) && week.includes(weekdayOf(date));
}

function tellClashes(
  employerName: string,
  clashes: readonly [WeeklySlot, ...WeeklySlot[]],
  path: string,
): Finding {
  const weekdays = (half: HalfDay) =>
    clashes.filter(({ halfDay }) => halfDay === half).map(({ date }) => weekdayOf(date));
  const when = joinWords(listHalfDays(weekdays('morning'), weekdays('afternoon')));
  const falling =
    clashes.length === 1
      ? `une demi-journée de formation tombe alors, le ${formatDay(clashes[0].date)}`
      : `${countNoun(clashes.length, 'demi-journée')} de formation tombent alors, à partir du ${formatDay(clashes[0].date)}`;
  return {
    rule: 'employment.working-days',
    severity: 'warning',
    path,
    message: `${employerName} attend l’apprenant le ${when} : ${falling}. Convenez-en avec l’employeur.`,
    source: 'DOMAIN Q17, S2:L85',
  };
}
