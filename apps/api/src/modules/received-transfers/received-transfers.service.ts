import type {
  FileDownload,
  Input,
  ReceivedBlockView,
  ReceivedTransferPreview,
} from '@jalon/contract';
import {
  checkCourseOpen,
  checkReceivedTransfer,
  matchBlocks,
  type PlainDate,
  type ReceivedTransferFacts,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { PublishedKeys } from '../issuers/published-keys.ts';
import { loadReceivedFacts } from './load-received-facts.ts';
import { type ReadTransfer, readTransfer } from './read-transfer.ts';
import { ReceivedTransferMails } from './received-transfer-mails.ts';
import { viewPreview, viewReceivedBlock, withBlock } from './view-received-block.ts';

/** What another centre signed about a learner who comes from there: read, then received once (Q19). */
@Injectable()
export class ReceivedTransfersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: PublishedKeys,
    private readonly mails: ReceivedTransferMails,
  ) {}

  async preview(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/received-transfers/preview'>,
  ): Promise<ReceivedTransferPreview> {
    await this.db.run(actor, ({ tx }) => findEnrolment(tx, params.enrolmentId));
    const sent = await this.read(actor, body.contentBase64);
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const { facts } = await decide(tx, params.enrolmentId, sent, today);
      return viewPreview(facts);
    });
  }

  async take(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/received-transfers'>,
  ): Promise<ReceivedBlockView[]> {
    const { enrolmentId } = params;
    await this.db.run(actor, ({ tx }) => findEnrolment(tx, enrolmentId));
    const sent = await this.read(actor, body.contentBase64);
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx, audit }) => {
      // The second click of a double one waits here, then is refused.
      await holdEnrolments(tx, [enrolmentId]);
      const { facts, followedId } = await decide(tx, enrolmentId, sent, today);
      const { content } = facts;
      const id = uuidv7();
      const own = { centreId: actor.centreId, enrolmentId };
      await tx.receivedTransfer.create({
        data: {
          ...own,
          id,
          credential: sent.text,
          credentialId: sent.credential.id,
          content: content as unknown as Prisma.InputJsonObject,
          issuer: sent.credential.issuer.id,
          receivedByUserId: actor.userId,
          receivedByName: actor.name,
          receivedOn: fromDay(today),
          createdAt: this.clock.now(),
        },
      });
      await tx.receivedBlock.createMany({
        data: listToConfirm(facts).map(({ block, blockCode }) => ({
          ...own,
          id: uuidv7(),
          receivedTransferId: id,
          followedId,
          blockCode,
          acquiredAt: content.centre,
          acquiredUnder: block.acquiredUnder,
          acquiredBlockCode: block.code,
          acquiredBlockName: block.name,
          decidedOn: fromDay(block.decidedOn),
          createdAt: this.clock.now(),
        })),
      });
      const rows = await tx.receivedBlock.findMany({
        where: { receivedTransferId: id },
        include: withBlock,
        orderBy: { blockCode: 'asc' },
      });
      const views = rows.map(viewReceivedBlock);
      const told = await this.mails.tellReceived(tx, actor, views);
      const blockCodes = views.map(({ sought }) => sought.code);
      const data = { receivedTransferId: id, centre: content.centre, blockCodes, told };
      audit({ action: 'received-transfer.taken', subjectId: enrolmentId, data });
      return views;
    });
  }

  async credential(
    actor: Actor,
    { params }: Input<'GET /received-transfers/:receivedTransferId/credential'>,
  ): Promise<FileDownload> {
    const { id, credential } = await this.db.run(actor, async ({ tx }) =>
      found(
        await tx.receivedTransfer.findFirst({ where: { id: params.receivedTransferId } }),
        'Ce transfert',
      ),
    );
    return { fileName: `Transfert ${id}.json`, bytes: Buffer.from(credential) };
  }

  /** Before any transaction that holds rows: the issuer's keys are another centre's. */
  private read(actor: Actor, contentBase64: string): Promise<ReadTransfer> {
    return readTransfer(contentBase64, { actor, keys: this.keys, now: this.clock.now() });
  }
}

const findEnrolment = async (tx: Tx, id: string) =>
  found(
    await tx.enrolment.findFirst({
      where: { id },
      select: { state: true, cohort: { select: { frameworkVersionId: true } } },
    }),
    'Cet apprenant',
  );

/** @throws rule_refused for a course that is over, validation_failed at the field of the file */
async function decide(tx: Tx, enrolmentId: string, sent: ReadTransfer, today: PlainDate) {
  const { state, cohort } = await findEnrolment(tx, enrolmentId);
  refuseRule(checkCourseOpen(state, 'transfer'));
  const facts = await loadReceivedFacts(tx, enrolmentId, sent, today);
  raiseFindings(checkReceivedTransfer(facts));
  return { facts, followedId: cohort.frameworkVersionId };
}

const listToConfirm = (facts: ReceivedTransferFacts) =>
  matchBlocks(facts.content.blocks, facts).flatMap(({ block, blockCode }) =>
    blockCode === null ? [] : [{ block, blockCode }],
  );
