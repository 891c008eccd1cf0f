import type { Input, ReceivedBlockView } from '@jalon/contract';
import { checkReceivedBlockAnswer } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { ReceivedTransferMails } from './received-transfer-mails.ts';
import { type ReceivedBlockRow, viewReceivedBlock, withBlock } from './view-received-block.ts';

/** Blocks that another centre's jury acquired, one by one, for the certifier to confirm (Q19). */
@Injectable()
export class ReceivedBlocksService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mails: ReceivedTransferMails,
  ) {}

  list(actor: Actor): Promise<ReceivedBlockView[]> {
    return this.db.run(actor, ({ tx }) => listViews(tx, {}));
  }

  listOf(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/received-blocks'>,
  ): Promise<ReceivedBlockView[]> {
    return this.db.run(actor, async ({ tx }) => {
      const enrolment = await tx.enrolment.findFirst({ where: { id: params.enrolmentId } });
      const { personId } = found(enrolment, 'Cet apprenant');
      return listViews(tx, { enrolment: { personId } });
    });
  }

  answer(
    actor: Actor,
    { params, body }: Input<'POST /received-blocks/:receivedBlockId/answer'>,
  ): Promise<ReceivedBlockView> {
    const { to } = body;
    const motive = body.motive || null;
    return this.db.run(actor, async ({ tx, audit }) => {
      const { enrolmentId } = await load(tx, params.receivedBlockId);
      // Two answers at the same moment: the second waits here, then is refused.
      await holdEnrolments(tx, [enrolmentId]);
      const before = await load(tx, params.receivedBlockId);
      const state = before.answer?.outcome ?? 'requested';
      raiseFindings(checkReceivedBlockAnswer(state, { to, motive }));
      await tx.receivedBlockAnswer.create({
        data: {
          centreId: actor.centreId,
          receivedBlockId: before.id,
          outcome: to,
          motive,
          answeredOn: fromDay(this.clock.today()),
          answeredByUserId: actor.userId,
          answeredByName: actor.name,
          createdAt: this.clock.now(),
        },
      });
      const view = viewReceivedBlock(await load(tx, before.id));
      const told = await this.mails.tellAnswer(tx, actor, view);
      const data = { enrolmentId, blockCode: before.blockCode, motive, told };
      audit({ action: `received-block.${to}`, subjectId: before.id, data });
      return view;
    });
  }
}

async function listViews(tx: Tx, where: Prisma.ReceivedBlockWhereInput) {
  const rows = await tx.receivedBlock.findMany({
    where,
    include: withBlock,
    orderBy: [{ createdAt: 'desc' }, { receivedTransferId: 'desc' }, { blockCode: 'asc' }],
  });
  return rows.map(viewReceivedBlock);
}

const load = async (tx: Tx, id: string): Promise<ReceivedBlockRow> =>
  found(await tx.receivedBlock.findFirst({ where: { id }, include: withBlock }), 'Ce bloc');
