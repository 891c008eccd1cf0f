import { type DispensationRuleView, frameworkContent } from '@jalon/contract';
import {
  checkRuleScope,
  type DispensationRule,
  describeRuleHolder,
  describeRuleScope,
  type Framework,
} from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';

export const withUses = {
  frameworkVersion: { select: { content: true } },
  _count: { select: { dispensations: true } },
} as const satisfies Prisma.DispensationRuleInclude;

export type DispensationRuleRow = Prisma.DispensationRuleGetPayload<{ include: typeof withUses }>;

/** A line of the table as the rules read it. */
export const ruleFacts = (
  row: Prisma.DispensationRuleGetPayload<object>,
): DispensationRule & {
  readonly frameworkVersionId: string;
  readonly withdrawnOn: string | null;
} => ({
  profile: row.profile,
  diploma: row.diploma,
  blockCode: row.blockCode,
  moduleCode: row.moduleCode,
  evidence: row.evidence,
  reference: row.reference,
  referencedOn: toDay(row.referencedOn),
  frameworkVersionId: row.frameworkVersionId,
  withdrawnOn: toDayOrNull(row.withdrawnOn),
});

const frameworkOfRule = (row: DispensationRuleRow): Framework =>
  frameworkContent.parse(row.frameworkVersion.content);

/** A line as the screens show it. */
export function viewDispensationRule(
  row: DispensationRuleRow,
  framework: Framework = frameworkOfRule(row),
): DispensationRuleView {
  const {
    profile,
    diploma,
    blockCode,
    moduleCode,
    evidence,
    reference,
    referencedOn,
    withdrawnOn,
  } = ruleFacts(row);
  return {
    id: row.id,
    profile,
    diploma,
    blockCode,
    moduleCode,
    reference,
    referencedOn,
    withdrawnOn,
    holder: describeRuleHolder(row),
    scope: describeRuleScope(framework, row),
    scopeLost: checkRuleScope(framework, row)[0]?.message ?? null,
    evidence: [...evidence],
    withdrawalMotive: row.withdrawalMotive,
    requestCount: row._count.dispensations,
    revision: row.revision,
  };
}
