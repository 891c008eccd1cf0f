import {
  addDays,
  type CalendarRequest,
  type Framework,
  generateCalendar,
  type PlainDate,
  type ProposedSlot,
} from '@jalon/domain';

/** Weeks that a plan may take beyond the shortest calendar, when the cohort has no last day. */
const slackDays = 70;

/** The last day that a plan may use for a cohort that ends when it ends: ten weeks to spare. */
export function chooseLastDay(
  framework: Framework,
  rhythm: Omit<CalendarRequest, 'framework' | 'endsOn' | 'kept'>,
  kept: readonly ProposedSlot[],
): PlainDate {
  const { slots } = generateCalendar({ ...rhythm, framework, endsOn: null, kept });
  return addDays(slots.at(-1)?.date ?? rhythm.startsOn, slackDays);
}
