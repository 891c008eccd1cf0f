import type { FileDownload, Input } from '@jalon/contract';
import { formatName, tellSigning } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, systemActor } from '../../auth/actor.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { found } from '../../http/domain-error.ts';
import { OnJob } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { readNames } from './describe-decisions.ts';
import { describeSignature, toSigner } from './describe-minutes.ts';
import { scope } from './jury-scope.ts';
import { lockSession } from './session-record.ts';

const CLOSED = 'jury_minutes';
const SIGNED = 'jury_minutes_signed';

/** The frozen content: the template knows the rest. */
type MinutesContent = { readonly closedAt: string } & Record<string, unknown>;

interface Drawn {
  readonly number: number;
  readonly content: MinutesContent;
}

/** What a document of minutes is kept as. */
interface KeptMinutes {
  readonly jurySessionId: string;
  readonly kind: typeof CLOSED | typeof SIGNED;
  readonly subjectId: string;
  readonly fileName: string;
  /** The document that somebody else kept meanwhile; `null` for none. */
  readonly find: (tx: Tx) => Promise<string | null>;
}

/** The minutes with the signatures that stand under them. */
type SignedMinutes = Awaited<ReturnType<typeof readSigned>>;

/** Draws the minutes of a closed session from their frozen content, once. */
@Injectable()
export class JuryMinutesProducer {
  constructor(
    private readonly db: Database,
    private readonly store: DocumentStore,
    private readonly typst: TypstRenderer,
  ) {}

  @OnJob('minutes.produce')
  async produce({ centreId, payload }: JobContext<'minutes.produce'>): Promise<void> {
    const actor = systemActor(centreId);
    const { jurySessionId, minutesId } = payload;
    await this.ensureDocument(actor, jurySessionId);
    const signed = await this.db.run(actor, ({ tx }) => readSigned(tx, jurySessionId, minutesId));
    if (signed.isSigned) await this.ensureSigned(actor, signed);
  }

  /**
   * The minutes as a file, with the signatures given so far. Kept as closed and, once everyone has
   * signed, as signed; in between, drawn on request.
   */
  async download(
    actor: Actor,
    { params, query }: Input<'GET /juries/:juryId/minutes'>,
  ): Promise<FileDownload> {
    await this.db.run(actor, async ({ tx }) =>
      found(
        await tx.jurySession.findFirst({
          where: { id: params.juryId, state: 'closed', ...scope(actor) },
          select: { id: true },
        }),
        'Ce procès-verbal',
      ),
    );
    const signed = await this.db.run(actor, ({ tx }) =>
      readSigned(tx, params.juryId, query.minutesId),
    );
    const isKept = signed.isSigned || (signed.number === 1 && signed.count === 0);
    if (!isKept) return { fileName: signed.fileName, bytes: await this.draw(signed) };
    const documentId = signed.isSigned
      ? await this.ensureSigned(actor, signed)
      : await this.ensureDocument(actor, params.juryId);
    const document = await this.db.run(actor, ({ tx }) =>
      tx.document.findFirstOrThrow({ where: { id: documentId } }),
    );
    return { fileName: document.fileName, bytes: await this.store.read(document) };
  }

  private async draw({ number, content }: Drawn): Promise<Uint8Array> {
    const template = number === 1 ? 'jury-minutes' : 'jury-rectification';
    const { bytes } = await this.typst.render(template, content, new Date(content.closedAt));
    return bytes;
  }

  /** Once everyone has signed: kept beside the one of the closing. @returns the document's id */
  private ensureSigned(
    actor: Actor,
    { jurySessionId, minutesId, documentId, fileName, ...drawn }: SignedMinutes,
  ): Promise<string> {
    return this.ensureKept(actor, documentId, drawn, {
      jurySessionId,
      kind: SIGNED,
      subjectId: minutesId,
      fileName,
      find: async (tx) => (await readSigned(tx, jurySessionId, minutesId)).documentId,
    });
  }

  /** The minutes as they were closed. @returns the id of the document, made now or before */
  private async ensureDocument(actor: Actor, jurySessionId: string): Promise<string> {
    const { documentId, minutes, heldOn } = await this.db.run(actor, ({ tx }) =>
      readMinutes(tx, jurySessionId),
    );
    const drawn = { number: 1, content: minutes as MinutesContent };
    return this.ensureKept(actor, documentId, drawn, {
      jurySessionId,
      kind: CLOSED,
      subjectId: jurySessionId,
      fileName: `proces-verbal-jury-${heldOn}.pdf`,
      find: async (tx) => (await readMinutes(tx, jurySessionId)).documentId,
    });
  }

  /** Draws and keeps a document once, whoever else does at the same moment. @returns its id */
  private async ensureKept(
    actor: Actor,
    documentId: string | null,
    drawn: Drawn,
    { jurySessionId, find, ...subject }: KeptMinutes,
  ): Promise<string> {
    if (documentId) return documentId;
    const file = await this.store.put(actor.centreId, await this.draw(drawn));
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSession(tx, jurySessionId);
      const other = await find(tx);
      if (other) return other;
      const { id } = await tx.document.create({
        data: {
          ...subject,
          centreId: actor.centreId,
          mediaType: 'application/pdf',
          createdByUserId: actor.userId,
          ...file,
        },
      });
      const isSigned = subject.kind === SIGNED;
      if (!isSigned)
        await tx.jurySession.updateMany({
          where: { id: jurySessionId },
          data: { minutesDocumentId: id },
        });
      audit({
        action: 'minutes.produced',
        subjectId: jurySessionId,
        data: { documentId: id, sha256: file.sha256, ...(isSigned ? { signed: true } : {}) },
      });
      return id;
    });
  }
}

async function readMinutes(tx: Tx, jurySessionId: string) {
  const session = found(
    await tx.jurySession.findFirst({
      where: { id: jurySessionId },
      include: { minutes: { where: { number: 1 } } },
    }),
    'Cette session de jury',
  );
  const { content } = found(session.minutes[0], 'Ce procès-verbal');
  return { documentId: session.minutesDocumentId, minutes: content, heldOn: toDay(session.heldOn) };
}

/** The first minutes of the session unless others are named. @throws not_found */
async function readSigned(tx: Tx, jurySessionId: string, wantedId?: string) {
  const session = await tx.jurySession.findFirstOrThrow({
    where: { id: jurySessionId },
    include: {
      members: { include: { person: true }, orderBy: { createdAt: 'asc' } },
      minutes: { include: { signatures: true } },
    },
  });
  const {
    id: minutesId,
    number,
    content,
    contentSha256,
    signatures,
  } = found(
    session.minutes.find((one) => (wantedId ? one.id === wantedId : one.number === 1)),
    'Ce procès-verbal',
  );
  const names = await readNames(
    tx,
    signatures.map(({ writtenByUserId }) => writtenByUserId),
  );
  const signers = session.members.map((member) => toSigner(member, signatures));
  const document = await tx.document.findFirst({
    where: { subjectId: minutesId, kind: SIGNED },
    select: { id: true },
  });
  return {
    jurySessionId,
    minutesId,
    number,
    documentId: document?.id ?? null,
    count: signatures.length,
    isSigned: tellSigning(signers).met,
    fileName: `proces-verbal-jury-${toDay(session.heldOn)}${number > 1 ? `-rectificatif-${number - 1}` : ''}.pdf`,
    content: {
      ...(content as MinutesContent),
      sha256: contentSha256,
      signatures: signatures.map((row) => ({
        memberId: row.memberId,
        name: session.members
          .filter(({ id }) => id === row.memberId)
          .map(({ person }) => formatName(person))
          .join(''),
        sentence: describeSignature(row, names),
        // Of a signature given in Jalon: the place and the device that it was given from.
        from:
          row.method === 'own' ? [row.ipAddress, row.userAgent].filter(Boolean).join(' · ') : '',
      })),
    },
  };
}
