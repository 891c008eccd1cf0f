import { frameworkContent } from '@jalon/contract';
import { checkRuleChosen, checkRuleKept, type RuleScope, tellRule } from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { ruleFacts } from '../dispensation-rules/view-dispensation-rule.ts';

interface Started {
  readonly ruleId: string | null;
  readonly startedFrom: string | null;
  readonly evidenceItems: Prisma.InputJsonArray;
}

/**
 * What a request keeps of the line from which a person starts it: its words and its papers of today,
 * whatever becomes of the line. Nothing to write for the line that the draft has already.
 *
 * @throws validation_failed at `/ruleId`
 */
export async function startFrom(
  tx: Tx,
  request: RuleScope & { readonly ruleId: string | null },
  version: { readonly id: string; readonly content: Prisma.JsonValue },
  before: (RuleScope & { readonly ruleId: string | null }) | null,
): Promise<Partial<Started>> {
  if (request.ruleId === null) return { ruleId: null, startedFrom: null, evidenceItems: [] };
  if (before !== null && request.ruleId === before.ruleId) {
    raiseFindings(checkRuleKept(before, request));
    return {};
  }
  const row = await tx.dispensationRule.findFirst({ where: { id: request.ruleId } });
  const rule = ruleFacts(found(row, 'Cette ligne de la table'));
  const framework = frameworkContent.parse(version.content);
  raiseFindings(
    checkRuleChosen(rule, {
      blockCode: request.blockCode,
      moduleCode: request.moduleCode,
      frameworkVersionId: version.id,
      framework,
    }),
  );
  return {
    ruleId: request.ruleId,
    startedFrom: tellRule(framework, rule),
    evidenceItems: rule.evidence.map((label) => ({ label, gatheredOn: null })),
  };
}
