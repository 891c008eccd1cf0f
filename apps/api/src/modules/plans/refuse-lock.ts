import { checkAnotherLock, completeSlot, type ParisMoment } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { DomainError } from '../../http/domain-error.ts';
import { loadPlanFacts, toBooking } from './load-problem.ts';

/** Refuses a lock that contradicts another one, of its cohort or of any: no plan could keep both. */
export async function refuseLock(
  tx: Tx,
  slot: { readonly id: string; readonly cohortId: string },
  now: ParisMoment,
): Promise<void> {
  const { problem, standing } = await loadPlanFacts(tx, [slot.cohortId], now);
  const wanted = standing.find(({ id }) => id === slot.id);
  const lock = wanted && completeSlot(wanted);
  if (!lock) return;
  const others = await tx.slot.findMany({
    where: {
      cohortId: { not: slot.cohortId },
      cancelledAt: null,
      lockedAt: { not: null },
      heldOn: { gt: fromDay(now.day) },
    },
  });
  const [fault] = checkAnotherLock({ ...problem, bookings: others.map(toBooking) }, lock);
  if (fault) throw new DomainError('rule_refused', fault.message);
}
