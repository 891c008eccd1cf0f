import type { PositioningsView, PositioningView } from '@jalon/contract';
import { type PlainDate, readPositioning } from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';

export const withPositionings = {
  cohort: { select: { positioningOn: true } },
  positionings: { orderBy: { number: 'desc' } },
} as const satisfies Prisma.EnrolmentInclude;

export type PositionedEnrolment = Prisma.EnrolmentGetPayload<{ include: typeof withPositionings }>;

export const viewPositioning = (
  row: PositionedEnrolment['positionings'][number],
): PositioningView => ({
  heldOn: toDay(row.heldOn),
  ledBy: row.ledBy,
  outcome: row.outcome,
  adaptation: row.adaptation,
  motive: row.motive,
  because: row.because,
  recordedOn: parisDayOf(row.recordedAt),
  revision: row.number,
});

/** The trace in force, those it put right, and what the rules say of it. */
export function viewPositionings(row: PositionedEnrolment, today: PlainDate): PositioningsView {
  const [positioning = null, ...former] = row.positionings.map(viewPositioning);
  return {
    standing: readPositioning(
      {
        route: row.route,
        state: row.state,
        startsOn: toDay(row.startsOn),
        cohortPositioningOn: toDayOrNull(row.cohort.positioningOn),
        positioning,
      },
      today,
    ),
    positioning,
    former,
  };
}
