import type { Tx } from '../../db/database.ts';
import { DomainError, found } from '../../http/domain-error.ts';

/** @throws not_found, or rule_refused when it is no evaluation that stands */
export async function findEvaluation(tx: Tx, slotId: string) {
  const slot = found(
    await tx.slot.findFirst({
      where: { id: slotId, cancelledAt: null },
      include: { moduleRun: true, cohort: { include: { frameworkVersion: true, site: true } } },
    }),
    'Ce créneau',
  );
  if (slot.moduleRun.kind === 'evaluation') return slot;
  throw new DomainError(
    'rule_refused',
    'Une séance d’évaluation se prépare sur une demi-journée d’évaluation du calendrier.',
  );
}
