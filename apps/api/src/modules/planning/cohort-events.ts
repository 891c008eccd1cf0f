import type { PlainDate } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import type { PlannedCohort } from './opening-rules.ts';

/** The days of its jury sessions; before one is prepared, the day foreseen. */
async function listJuryDays(tx: Tx, cohort: PlannedCohort): Promise<PlainDate[]> {
  const sessions = await tx.jurySession.findMany({
    where: {
      candidates: { some: { kind: 'training', enrolment: { cohortId: cohort.id } } },
    },
    select: { heldOn: true },
  });
  const foreseen = toDayOrNull(cohort.juryOn);
  if (sessions.length > 0) return [...new Set(sessions.map(({ heldOn }) => toDay(heldOn)))].sort();
  return foreseen ? [foreseen] : [];
}

/** What a cohort's calendar holds besides half-days, in time order. */
export async function listEvents(
  tx: Tx,
  cohort: PlannedCohort,
): Promise<{ date: PlainDate; name: string }[]> {
  const positioningOn = toDayOrNull(cohort.positioningOn);
  const juries = await listJuryDays(tx, cohort);
  return [
    ...(positioningOn ? [{ date: positioningOn, name: 'Positionnement' }] : []),
    ...juries.map((date) => ({ date, name: 'Jury' })),
  ].sort((a, b) => a.date.localeCompare(b.date));
}
