import { type DispensationRuleView, frameworkContent, type Input } from '@jalon/contract';
import { checkDispensationRule, checkRuleWithdrawal, type DispensationRule } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { editedMeanwhile, found } from '../../http/domain-error.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import {
  type DispensationRuleRow,
  ruleFacts,
  viewDispensationRule,
  withUses,
} from './view-dispensation-rule.ts';

/** A centre's own table of correspondences, one for each framework version (DOMAIN 5.2). */
@Injectable()
export class DispensationRulesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(
    actor: Actor,
    { params }: Input<'GET /frameworks/:frameworkId/dispensation-rules'>,
  ): Promise<DispensationRuleView[]> {
    return this.db.run(actor, async ({ tx }) => {
      const version = await loadVersion(tx, params.frameworkId);
      const rows = await tx.dispensationRule.findMany({
        where: { frameworkVersionId: version.id },
        include: withUses,
        orderBy: [{ blockCode: 'asc' }, { moduleCode: 'asc' }, { createdAt: 'asc' }],
      });
      const framework = frameworkContent.parse(version.content);
      return rows.map((row) => viewDispensationRule(row, framework));
    });
  }

  write(
    actor: Actor,
    { params, body }: Input<'POST /frameworks/:frameworkId/dispensation-rules'>,
  ): Promise<DispensationRuleView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const fields = { ...body, diploma: body.diploma || null };
      await this.check(tx, params.frameworkId, fields);
      const id = uuidv7();
      await tx.dispensationRule.create({
        data: {
          centreId: actor.centreId,
          id,
          frameworkVersionId: params.frameworkId,
          ...stored(fields),
          createdAt: this.clock.now(),
        },
      });
      audit({ action: 'dispensation-rule.written', subjectId: id, data: fields });
      return viewDispensationRule(await loadRule(tx, id));
    });
  }

  change(
    actor: Actor,
    { params, body }: Input<'PUT /dispensation-rules/:ruleId'>,
  ): Promise<DispensationRuleView> {
    const { revision, ...typed } = body;
    const fields = { ...typed, diploma: typed.diploma || null };
    return this.db.run(actor, async ({ tx, audit }) => {
      const before = await loadRule(tx, params.ruleId);
      if (before.revision !== revision) throw editedMeanwhile(viewDispensationRule(before));
      refuseRule(checkRuleWithdrawal(ruleFacts(before)));
      await this.check(tx, before.frameworkVersionId, fields, before.id);
      audit({ action: 'dispensation-rule.changed', subjectId: before.id, data: fields });
      return store(tx, before, revision, stored(fields));
    });
  }

  /** It leaves the table and stays readable, as the requests that were started from it. */
  withdraw(
    actor: Actor,
    { params, body }: Input<'POST /dispensation-rules/:ruleId/withdrawal'>,
  ): Promise<DispensationRuleView> {
    const { revision, motive } = body;
    return this.db.run(actor, async ({ tx, audit }) => {
      const before = await loadRule(tx, params.ruleId);
      if (before.revision !== revision) throw editedMeanwhile(viewDispensationRule(before));
      refuseRule(checkRuleWithdrawal(ruleFacts(before)));
      audit({ action: 'dispensation-rule.withdrawn', subjectId: before.id, data: { motive } });
      return store(tx, before, revision, {
        withdrawnOn: fromDay(this.clock.today()),
        withdrawalMotive: motive,
      });
    });
  }

  private async check(
    tx: Tx,
    frameworkVersionId: string,
    fields: DispensationRule,
    ownId?: string,
  ): Promise<void> {
    // Two people who write the same line at the same moment: the second waits here, then is refused.
    await tx.$queryRaw`select id from framework_version where id = ${frameworkVersionId}::uuid for no key update`;
    const version = await loadVersion(tx, frameworkVersionId);
    const others = await tx.dispensationRule.findMany({
      where: {
        frameworkVersionId,
        withdrawnOn: null,
        ...(ownId === undefined ? {} : { id: { not: ownId } }),
      },
    });
    const framework = frameworkContent.parse(version.content);
    const today = this.clock.today();
    refuseRule(checkDispensationRule(fields, { framework, others, today }));
  }
}

const stored = ({ referencedOn, evidence, ...fields }: DispensationRule) => ({
  ...fields,
  evidence: [...evidence],
  referencedOn: fromDay(referencedOn),
});

const loadVersion = async (tx: Tx, id: string) =>
  found(await tx.frameworkVersion.findFirst({ where: { id } }), 'Ce référentiel');

const loadRule = async (tx: Tx, id: string): Promise<DispensationRuleRow> =>
  found(
    await tx.dispensationRule.findFirst({ where: { id }, include: withUses }),
    'Cette ligne de la table',
  );

/** @throws edited_meanwhile */
async function store(
  tx: Tx,
  before: DispensationRuleRow,
  revision: number,
  data: Parameters<Tx['dispensationRule']['updateMany']>[0]['data'],
): Promise<DispensationRuleView> {
  const { count } = await tx.dispensationRule.updateMany({
    where: { id: before.id, revision },
    data: { ...data, revision: { increment: 1 } },
  });
  const after = viewDispensationRule(await loadRule(tx, before.id));
  if (count === 0) throw editedMeanwhile(after);
  return after;
}
