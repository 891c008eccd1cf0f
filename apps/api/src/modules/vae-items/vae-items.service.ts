import type { Input, Output } from '@jalon/contract';
import { checkVaeCandidate, checkVaeItem } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDayOrNull } from '../../db/days.ts';
import { editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { vaeFacts, viewVaeItems } from './view-vae-items.ts';

/** The checklist of a candidate by VAE, a person settling each piece (DOMAIN 4.7). */
@Injectable()
export class VaeItemsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  save(
    actor: Actor,
    { params, body }: Input<'PUT /enrolments/:enrolmentId/vae-items'>,
  ): Promise<Output<'PUT /enrolments/:enrolmentId/vae-items'>> {
    const { revision, code, settledOn } = body;
    const reference = body.reference || null;
    return this.db.run(actor, async ({ tx, audit }) => {
      // Two people who note a piece at the same moment: the second waits here, then sees the first.
      await holdEnrolments(tx, [params.enrolmentId]);
      const { id, route, vaeItems } = await load(tx, params.enrolmentId);
      refuseRule(checkVaeCandidate(route));
      const before = viewVaeItems(route, vaeItems)?.find((one) => one.code === code);
      if (before && before.revision !== revision) throw editedMeanwhile(before);
      const others = vaeItems.map(vaeFacts).filter((one) => one.code !== code);
      raiseFindings(checkVaeItem({ code, settledOn, reference }, others, this.clock.today()));
      const data = { settledOn: fromDayOrNull(settledOn), reference, revision: revision + 1 };
      const own = { centreId: actor.centreId, enrolmentId: id, code };
      await tx.vaeItem.upsert({
        where: { centreId_enrolmentId_code: own },
        create: { ...own, ...data, createdAt: this.clock.now() },
        update: data,
      });
      audit({
        action: 'vae-item.settled',
        subjectId: id,
        data: { code, settledOn, reference },
      });
      const after = await load(tx, id);
      return { items: viewVaeItems(route, after.vaeItems) ?? [] };
    });
  }
}

const load = async (tx: Tx, id: string) =>
  found(
    await tx.enrolment.findFirst({ where: { id }, include: { vaeItems: true } }),
    'Cette inscription',
  );
