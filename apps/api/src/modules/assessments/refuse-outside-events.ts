import type { Input } from '@jalon/contract';
import { checkEventAttempt } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { found, invalid } from '../../http/domain-error.ts';

type Sent = Input<'PUT /assessment-results'>['body']['results'][number];

/** @throws validation_failed when an attempt says it was made at an event that has no such attempt */
export async function refuseOutsideEvents(
  tx: Tx,
  results: readonly Sent[],
  isNew: (sent: Sent, index: number) => boolean,
): Promise<void> {
  const ids = [...new Set(results.filter(isNew).flatMap(({ eventId }) => eventId ?? []))].sort();
  if (ids.length === 0) return;
  // The event is not changed nor cancelled while its marks are written.
  await tx.$queryRaw`select id from assessment_event where id = any(${ids}::uuid[]) order by id for update`;
  const events = await tx.assessmentEvent.findMany({
    where: { id: { in: ids } },
    include: { candidates: true },
  });
  const errors = results.flatMap((sent, index) => {
    if (sent.eventId === null || !isNew(sent, index)) return [];
    const row = found(
      events.find(({ id }) => id === sent.eventId),
      'Cette séance',
    );
    const event = {
      blockCode: row.blockCode,
      heldOn: toDay(row.heldOn),
      isCancelled: row.cancelledAt !== null,
      candidates: row.candidates.map(({ enrolmentId, assessmentCodes }) => ({
        enrolmentId,
        assessmentCodes,
        extraTime: { kind: 'none' as const, minutes: null },
      })),
    };
    return checkEventAttempt(sent, event).map(({ path, message }) => ({
      pointer: `/results/${index}${path}`,
      message,
    }));
  });
  if (errors.length > 0) throw invalid(errors);
}
