import { isDeepStrictEqual } from 'node:util';
import type { FileDownload, Input, Output } from '@jalon/contract';
import {
  checkTransfer,
  composeTransfer,
  formatDay,
  type TransferContent,
  tellKeptUntil,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdPerson } from '../assessments/credentials.service.ts';
import { IssuerKeys } from '../issuers/issuer-keys.ts';
import { signCredential } from '../issuers/sign-credential.ts';
import { readNames } from '../juries/describe-decisions.ts';
import { loadTransferFacts } from './load-transfer-facts.ts';
import { writeTransferCredential } from './write-transfer-credential.ts';

type TransferRow = Prisma.TransferGetPayload<object>;
type View = Output<'POST /enrolments/:enrolmentId/transfers'>;

/** What a centre hands to another about a learner who goes on there: signed, never changed. */
@Injectable()
export class TransfersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: IssuerKeys,
    private readonly typst: TypstRenderer,
  ) {}

  list(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/transfers'>,
  ): Promise<Output<'GET /enrolments/:enrolmentId/transfers'>> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const facts = await loadTransferFacts(tx, params.enrolmentId);
      const refusals = checkTransfer(facts, today).map(({ message }) => message);
      const rows = await listRows(tx, params.enrolmentId);
      const [last] = rows;
      return {
        refusals,
        isCurrent:
          last !== undefined &&
          refusals.length === 0 &&
          saysTheSame(last, composeTransfer(facts, today)),
        transfers: await describe(tx, rows),
      };
    });
  }

  /** Signs once: whoever asks again while nothing has changed gets the one that stands. */
  write(actor: Actor, { params }: Input<'POST /enrolments/:enrolmentId/transfers'>): Promise<View> {
    const today = this.clock.today();
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      const { enrolmentId } = params;
      const enrolment = await tx.enrolment.findFirst({ where: { id: enrolmentId } });
      await holdPerson(tx, found(enrolment, 'Cet apprenant').personId);
      const facts = await loadTransferFacts(tx, enrolmentId);
      raiseFindings(checkTransfer(facts, today));
      const content = composeTransfer(facts, today);
      const [last] = await listRows(tx, enrolmentId);
      if (last && saysTheSame(last, content)) return describeOne(tx, last);
      const { address, keyId, key } = await this.keys.ensure(unit, actor);
      const id = uuidv7();
      const writtenAt = this.clock.now();
      const written = writeTransferCredential({ id, content, issuer: address, writtenAt });
      const row = await tx.transfer.create({
        data: {
          centreId: actor.centreId,
          id,
          enrolmentId,
          content: content as unknown as Prisma.InputJsonObject,
          credential: JSON.stringify(await signCredential(written, key, writtenAt), null, 2),
          issuerKeyId: keyId,
          writtenByUserId: actor.userId,
          writtenAt,
        },
      });
      audit({ action: 'transfer.written', subjectId: enrolmentId, data: { transferId: id } });
      return describeOne(tx, row);
    });
  }

  /** Drawn each time from what was frozen; the signed file within is the one that was kept. */
  async document(
    actor: Actor,
    { params }: Input<'GET /transfers/:transferId/document'>,
  ): Promise<FileDownload> {
    const row = await this.find(actor, params.transferId);
    const { bytes } = await this.typst.render('transfer', toDrawing(row), row.writtenAt);
    return { fileName: `${fileNameOf(row)}.pdf`, bytes };
  }

  async credential(
    actor: Actor,
    { params }: Input<'GET /transfers/:transferId/credential'>,
  ): Promise<FileDownload> {
    const row = await this.find(actor, params.transferId);
    return { fileName: `${fileNameOf(row)}.json`, bytes: Buffer.from(row.credential) };
  }

  private find(actor: Actor, id: string): Promise<TransferRow> {
    return this.db.run(actor, async ({ tx }) =>
      found(await tx.transfer.findFirst({ where: { id } }), 'Ce transfert'),
    );
  }
}

const listRows = (tx: Tx, enrolmentId: string): Promise<TransferRow[]> =>
  tx.transfer.findMany({
    where: { enrolmentId },
    orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
  });

const contentOf = ({ content }: TransferRow) => content as unknown as TransferContent;

/** Whatever the day it was written. */
const saysTheSame = (row: TransferRow, content: TransferContent): boolean =>
  isDeepStrictEqual(contentOf(row), { ...content, writtenOn: contentOf(row).writtenOn });

const fileNameOf = (row: TransferRow): string => {
  const { holder, writtenOn } = contentOf(row);
  return `Transfert ${holder.birthName} ${holder.givenName} ${writtenOn}`;
};

async function describe(tx: Tx, rows: readonly TransferRow[]): Promise<View[]> {
  const names = await readNames(
    tx,
    rows.map(({ writtenByUserId }) => writtenByUserId),
  );
  return rows.map((row) => ({
    id: row.id,
    writtenOn: contentOf(row).writtenOn,
    writtenBy: names.get(row.writtenByUserId) ?? 'le centre',
    blocks: contentOf(row).blocks.map(({ code, name, decidedOn }) => ({ code, name, decidedOn })),
  }));
}

const describeOne = async (tx: Tx, row: TransferRow): Promise<View> =>
  found((await describe(tx, [row]))[0], 'Ce transfert');

/** What the template draws: days in words, and the file that it carries. */
function toDrawing(row: TransferRow) {
  const content = contentOf(row);
  const { holder, blocks, credentials } = content;
  return {
    ...content,
    writtenOn: formatDay(content.writtenOn),
    enteredOn: formatDay(content.enteredOn),
    holder: { ...holder, birthDate: formatDay(holder.birthDate) },
    blocks: blocks.map((block) => ({
      ...block,
      decidedOn: formatDay(block.decidedOn),
      kept: tellKeptUntil(block.keptUntil),
    })),
    credentials: credentials.map((one) => ({
      ...one,
      obtainedOn: formatDay(one.obtainedOn),
      expiresOn: formatDay(one.expiresOn),
    })),
    credential: row.credential,
    fileName: `${fileNameOf(row)}.json`,
  };
}
