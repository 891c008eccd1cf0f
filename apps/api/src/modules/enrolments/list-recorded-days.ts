import type { RecordedDay } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';

/** The first and the last of each kind of thing that was recorded of an enrolment. */
export async function listRecordedDays(
  tx: Tx,
  enrolmentId: string,
): Promise<readonly RecordedDay[]> {
  const own = { enrolmentId, supersededById: null };
  const ends = { _min: { heldOn: true }, _max: { heldOn: true } } as const;
  const presence = await tx.attendance.aggregate({
    where: { ...own, minutesDone: { gt: 0 } },
    ...ends,
  });
  const assessment = await tx.assessmentResult.aggregate({ where: own, ...ends });
  const decision = await tx.juryDecision.aggregate({
    where: { ...own, jurySession: { state: 'closed' } },
    ...ends,
  });
  return Object.entries({ presence, assessment, decision }).flatMap(([kind, { _min, _max }]) =>
    [_min.heldOn, _max.heldOn].flatMap((day) =>
      day ? [{ kind: kind as RecordedDay['kind'], on: toDay(day) }] : [],
    ),
  );
}
