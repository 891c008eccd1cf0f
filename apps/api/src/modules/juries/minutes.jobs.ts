import type { FileDownload, Input } from '@jalon/contract';
import { Injectable } from '@nestjs/common';
import { type Actor, systemActor } from '../../auth/actor.ts';
import { Database, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { found } from '../../http/domain-error.ts';
import { OnJob } from '../../jobs/job.decorator.ts';
import type { JobContext } from '../../jobs/jobs.ts';
import { scope } from './jury-scope.ts';
import { lockSession } from './session-record.ts';

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
    await this.ensureDocument(systemActor(centreId), payload.jurySessionId);
  }

  /** The minutes as a file; drawn at once when the job has not come to it yet. */
  async download(
    actor: Actor,
    { params }: Input<'GET /juries/:juryId/minutes'>,
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
    const documentId = await this.ensureDocument(actor, params.juryId);
    const document = await this.db.run(actor, ({ tx }) =>
      tx.document.findFirstOrThrow({ where: { id: documentId } }),
    );
    return { fileName: document.fileName, bytes: await this.store.read(document) };
  }

  /** @returns the id of the document, made now or before */
  private async ensureDocument(actor: Actor, jurySessionId: string): Promise<string> {
    const { documentId, minutes, heldOn } = await this.db.run(actor, ({ tx }) =>
      readMinutes(tx, jurySessionId),
    );
    if (documentId) return documentId;
    const { closedAt } = minutes as { closedAt: string };
    const { bytes } = await this.typst.render('jury-minutes', minutes, new Date(closedAt));
    const file = await this.store.put(actor.centreId, bytes);
    return this.db.run(actor, async ({ tx, audit }) => {
      await lockSession(tx, jurySessionId);
      const other = await readMinutes(tx, jurySessionId);
      if (other.documentId) return other.documentId;
      const document = await tx.document.create({
        data: {
          centreId: actor.centreId,
          kind: 'jury_minutes',
          subjectId: jurySessionId,
          fileName: `proces-verbal-jury-${heldOn}.pdf`,
          mediaType: 'application/pdf',
          createdByUserId: actor.userId,
          ...file,
        },
      });
      await tx.jurySession.updateMany({
        where: { id: jurySessionId },
        data: { minutesDocumentId: document.id },
      });
      audit({
        action: 'minutes.produced',
        subjectId: jurySessionId,
        data: { documentId: document.id, sha256: file.sha256 },
      });
      return document.id;
    });
  }
}

async function readMinutes(tx: Tx, jurySessionId: string) {
  const session = found(
    await tx.jurySession.findFirst({ where: { id: jurySessionId }, include: { minutes: true } }),
    'Cette session de jury',
  );
  const { content } = found(session.minutes, 'Ce procès-verbal');
  return { documentId: session.minutesDocumentId, minutes: content, heldOn: toDay(session.heldOn) };
}
