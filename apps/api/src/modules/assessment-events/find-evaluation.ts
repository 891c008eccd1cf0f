import { checkEventSlot } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { refuseRule } from '../../http/refuse-rule.ts';

/** @throws not_found, or rule_refused when it is no evaluation that stands */
export async function findEvaluation(tx: Tx, slotId: string) {
  const slot = found(
    await tx.slot.findFirst({
      where: { id: slotId, cancelledAt: null },
      include: { moduleRun: true, cohort: { include: { frameworkVersion: true, site: true } } },
    }),
    'Ce créneau',
  );
  refuseRule(checkEventSlot({ isEvaluation: slot.moduleRun.kind === 'evaluation' }));
  return slot;
}
