import { frameworkContent, type Input, type Output } from '@jalon/contract';
import { proposeRules } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Database } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { ruleFacts, viewDispensationRule, withUses } from './view-dispensation-rule.ts';

/** The lines from which a request may be started for a learner: a person chooses one, or none. */
@Injectable()
export class RuleProposalsService {
  constructor(private readonly db: Database) {}

  propose(
    actor: Actor,
    { params, query }: Input<'GET /enrolments/:enrolmentId/dispensation-rules'>,
  ): Promise<Output<'GET /enrolments/:enrolmentId/dispensation-rules'>> {
    return this.db.run(actor, async ({ tx }) => {
      const row = await tx.enrolment.findFirst({
        where: { id: params.enrolmentId },
        include: { dispensations: true, cohort: { include: { frameworkVersion: true } } },
      });
      const { profile, dispensations, cohort } = found(row, 'Cette inscription');
      const framework = frameworkContent.parse(cohort.frameworkVersion.content);
      const rows = await tx.dispensationRule.findMany({
        where: { frameworkVersionId: cohort.frameworkVersionId, withdrawnOn: null },
        include: withUses,
        orderBy: [{ blockCode: 'asc' }, { moduleCode: 'asc' }, { createdAt: 'asc' }],
      });
      const lines = rows.map((one) => ({ ...ruleFacts(one), row: one }));
      const requests = dispensations.filter((one) => one.id !== query.draftId);
      const proposals = proposeRules(lines, { profile, framework, requests });
      return {
        frameworkId: cohort.frameworkVersionId,
        proposals: proposals.map(({ rule, isOpen, because }) => ({
          rule: viewDispensationRule(rule.row, framework),
          isOpen,
          because,
        })),
      };
    });
  }
}
