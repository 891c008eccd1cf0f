import type { PlainDate } from '@jalon/domain';

/** Prisma's `Date` for a `date` column as a plain day. */
export const toDay = (date: Date): PlainDate => date.toISOString().slice(0, 10);

/** As `toDay`, keeping `null`. */
export const toDayOrNull = (date: Date | null): PlainDate | null => (date ? toDay(date) : null);

/** A plain day as Prisma wants a `date` column. */
export const fromDay = (day: PlainDate): Date => new Date(`${day}T00:00:00.000Z`);

/** As `fromDay`, keeping `null`. */
export const fromDayOrNull = (day: PlainDate | null | undefined): Date | null =>
  day ? fromDay(day) : null;
