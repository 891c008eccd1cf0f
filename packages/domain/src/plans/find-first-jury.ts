import type { PlainDate } from '../plain-date.ts';

/**
 * The day before which a cohort's programme is over: the earliest of the jury that it plans and of
 * the sessions prepared for its learners, `null` when none is to come. The AFGSU is a part of it,
 * and is held before block 4's jury (DOMAIN 12).
 */
export const findFirstJury = (
  plannedOn: PlainDate | null,
  sessionDays: readonly PlainDate[],
  today: PlainDate,
): PlainDate | null =>
  [plannedOn, ...sessionDays]
    .filter((day): day is PlainDate => day !== null && day >= today)
    .toSorted()[0] ?? null;
