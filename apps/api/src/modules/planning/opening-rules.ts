import {
  addDays,
  type DayOff,
  listDayOffReasons,
  type OpeningRules,
  type PlainDate,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';

/** A cohort with all that its calendar depends on. */
export const withCalendarParts = {
  site: { include: { closures: true } },
  frameworkVersion: true,
} as const satisfies Prisma.CohortInclude;
export type PlannedCohort = Prisma.CohortGetPayload<{ include: typeof withCalendarParts }>;

type SiteWithClosures = Prisma.SiteGetPayload<{ include: { closures: true } }>;

export const openingRules = (
  site: SiteWithClosures,
  closedMonths: readonly number[] = [],
): OpeningRules => ({
  zone: site.holidayZone,
  closedMonths,
  closures: site.closures.map(({ fromOn, toOn, label }) => ({
    from: toDay(fromOn),
    to: toDay(toOn),
    label,
  })),
});

/** Days from `from` to `to` that are not taught, Sundays left out: everybody knows those. */
export function listDaysOff(from: PlainDate, to: PlainDate, rules: OpeningRules): DayOff[] {
  const days: DayOff[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const [reason] = listDayOffReasons(day, rules).filter(({ kind }) => kind !== 'sunday');
    if (reason) days.push(reason);
  }
  return days;
}

/**
 * One writer of half-days at a time in a centre: two people who book the same trainer at once, in
 * two cohorts, must not both pass the check.
 */
export async function lockCalendars(tx: Tx, centreId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`calendar ${centreId}`}, 0))`;
}

/**
 * Nobody notes attendance on these calendars until the transaction is over, and whoever was noting it
 * has finished: what a new calendar is checked against stays so. The caller holds `lockCalendars`.
 */
export async function lockSlots(tx: Tx, cohortIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select 1 from slot
     where cohort_id = any (${[...cohortIds]}::uuid[]) and cancelled_at is null
     order by id for update`;
}
