import { evidenceItems, type Input } from '@jalon/contract';
import { gatherEvidence } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadDispensation } from './dispensation-rows.ts';
import { type DispensationView, viewDispensation } from './view-dispensation.ts';

/** The papers that a request was started with: a person ticks those that are there. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  gather(
    actor: Actor,
    { params, body }: Input<'PUT /dispensations/:dispensationId/evidence-items'>,
  ): Promise<DispensationView> {
    const { label, isGathered } = body;
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const { enrolmentId } = await loadDispensation(tx, actor, params.dispensationId);
      // Two papers ticked at the same moment: the second waits here, and both stand.
      await holdEnrolments(tx, [enrolmentId]);
      const before = await loadDispensation(tx, actor, params.dispensationId);
      const { items, findings } = gatherEvidence({
        state: before.state,
        items: evidenceItems.parse(before.evidenceItems),
        label,
        isGathered,
        today: this.clock.today(),
      });
      refuseRule(findings);
      audit({
        action: isGathered ? 'dispensation.evidence-gathered' : 'dispensation.evidence-lacking',
        subjectId: before.id,
        data: { enrolmentId, label },
      });
      await tx.dispensation.update({
        where: key(before.id),
        data: { evidenceItems: items.map((item) => ({ ...item })) },
      });
      return viewDispensation(await loadDispensation(tx, actor, before.id));
    });
  }
}
