import type { ToldEvent } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { withEventParts } from './event-record.ts';
import { tellCandidate } from './tell-candidate.ts';

/** What a candidate is told of an event as of now; `null` once it is cancelled, or not theirs. */
export async function findToldEvent(
  tx: Tx,
  eventId: string,
  enrolmentId: string,
): Promise<ToldEvent | null> {
  const event = await tx.assessmentEvent.findFirst({
    where: { id: eventId, cancelledAt: null },
    include: withEventParts,
  });
  const candidate = event?.candidates.find((one) => one.enrolmentId === enrolmentId);
  return event && candidate ? tellCandidate(event, candidate) : null;
}
