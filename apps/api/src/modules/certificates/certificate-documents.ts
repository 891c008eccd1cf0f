import type { FileDownload, Input } from '@jalon/contract';
import { type CertificateContent, formatDay } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import encodeQr from 'qr';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { found } from '../../http/domain-error.ts';
import { IssuerKeys } from '../issuers/issuer-keys.ts';
import { scope } from './certificate-scope.ts';
import { CertificateWriter } from './certificate-writer.ts';

const KIND = 'certificate';

/** A certificate or an attestation as a file: drawn the first time somebody asks for it, then kept. */
@Injectable()
export class CertificateDocuments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
    private readonly typst: TypstRenderer,
    private readonly writer: CertificateWriter,
    private readonly keys: IssuerKeys,
  ) {}

  async download(
    actor: Actor,
    { params }: Input<'GET /certificates/:certificateId/document'>,
  ): Promise<FileDownload> {
    const { certificateId } = params;
    await this.db.run(actor, ({ tx }) => this.findVisible(tx, actor, certificateId));
    const { fileName, bytes } = await this.produce(actor, certificateId);
    return { fileName, bytes };
  }

  /** The document of a certificate that the caller has found; `id` of the row that keeps it. */
  async produce(actor: Actor, certificateId: string): Promise<FileDownload & { id: string }> {
    const { known, content, page } = await this.db.run(actor, async (unit) => {
      const statement = await this.writer.ensureStatement(unit, actor, certificateId);
      const address = await this.keys.addressOf(unit.tx);
      return {
        known: await findDocument(unit.tx, certificateId),
        content: statement.content as unknown as CertificateContent,
        page: address.page(statement.publicCode),
      };
    });
    if (known)
      return { id: known.id, fileName: known.fileName, bytes: await this.store.read(known) };
    const { bytes } = await this.typst.render(
      'certificate',
      toDrawing(content, page),
      fromDay(content.issuedOn),
    );
    const file = await this.store.put(actor.centreId, bytes);
    const fileName = `${content.number}.pdf`;
    const id = await this.db.run(actor, async ({ tx, audit }) => {
      await tx.$queryRaw`select id from certificate where id = ${certificateId}::uuid for no key update`;
      const drawn = await findDocument(tx, certificateId);
      if (drawn) return drawn.id;
      const document = await tx.document.create({
        data: {
          centreId: actor.centreId,
          kind: KIND,
          subjectId: certificateId,
          fileName,
          mediaType: 'application/pdf',
          createdByUserId: actor.userId,
          ...file,
        },
      });
      audit({
        action: 'certificate.produced',
        subjectId: certificateId,
        data: { documentId: document.id, sha256: file.sha256 },
      });
      return document.id;
    });
    return { id, fileName, bytes };
  }

  /** The signed credential, to the letter. */
  credential(
    actor: Actor,
    { params }: Input<'GET /certificates/:certificateId/credential'>,
  ): Promise<FileDownload> {
    return this.db.run(actor, async (unit) => {
      const { number } = await this.findVisible(unit.tx, actor, params.certificateId);
      const { credential } = await this.writer.ensureStatement(unit, actor, params.certificateId);
      return { fileName: `${number}.json`, bytes: Buffer.from(credential) };
    });
  }

  private async findVisible(tx: Tx, actor: Actor, id: string): Promise<{ number: string }> {
    return found(
      await tx.certificate.findFirst({
        where: { id, enrolment: scope(actor, this.clock.today()) },
        select: { number: true },
      }),
      'Ce certificat',
    );
  }
}

const findDocument = (tx: Tx, subjectId: string) =>
  tx.document.findFirst({ where: { kind: KIND, subjectId } });

/** What the template draws: days in words, and the QR code of the public page. */
const toDrawing = (content: CertificateContent, page: string) => ({
  ...content,
  issuedOn: formatDay(content.issuedOn),
  decidedOn: formatDay(content.decidedOn),
  holder: {
    ...content.holder,
    birthDate: content.holder.birthDate && formatDay(content.holder.birthDate),
  },
  blocks: content.blocks.map((block) => ({
    ...block,
    acquiredOn: block.acquiredOn && formatDay(block.acquiredOn),
  })),
  verification: { page, qr: encodeQr(page, 'svg', { ecc: 'medium', border: 1 }) },
});
