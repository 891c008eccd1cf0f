import type { FileDownload, Input, NoticeRow, Output } from '@jalon/contract';
import { findNoticeObstacle, judgeNotice } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { TypstRenderer } from '../../documents/typst-renderer.ts';
import { found } from '../../http/domain-error.ts';
import {
  loadSession,
  lockSession,
  type SessionCandidate,
  type SessionRecord,
} from '../juries/session-record.ts';
import { composeContent, composeFor, type NoticeContent } from './notice-content.ts';

const FILE_NAME = 'notification-du-jury.pdf';

/** The last notice to each candidate of a session. */
type LastNotices = ReadonlyMap<string, Awaited<ReturnType<typeof readNotices>>[number]>;

/** Notices of the jury's decisions: a person sends them, and sees whether they still hold. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
    private readonly typst: TypstRenderer,
  ) {}

  list(
    actor: Actor,
    { params }: Input<'GET /juries/:juryId/notices'>,
  ): Promise<Output<'GET /juries/:juryId/notices'>> {
    return this.db.run(actor, async ({ tx }) => {
      const record = await loadSession(tx, actor, params.juryId);
      const last = await readLast(tx, params.juryId);
      return record.candidates.map((candidate) => this.describe(record, candidate, last));
    });
  }

  /** Each candidate's is frozen now, then drawn and mailed by a job of its own. */
  send(
    actor: Actor,
    { params, body }: Input<'POST /juries/:juryId/notices'>,
  ): Promise<Output<'POST /juries/:juryId/notices'>> {
    return this.db.run(actor, async (unit) => {
      await lockSession(unit.tx, params.juryId);
      const record = await loadSession(unit.tx, actor, params.juryId);
      const last = await readLast(unit.tx, params.juryId);
      const skipped: string[] = [];
      const { name: centreName } = await unit.tx.centre.findFirstOrThrow({});
      const ids = [...new Set(body.enrolmentIds)];
      for (const id of ids) {
        const candidate = findCandidate(record, id);
        const { obstacle, state } = this.describe(record, candidate, last);
        const reason = obstacle ?? (state === 'sending' ? 'sa notification part déjà.' : null);
        if (reason === null) await this.freeze(unit, actor, centreName, record, candidate);
        else skipped.push(`${candidate.name} : ${reason}`);
      }
      return { sent: ids.length - skipped.length, skipped };
    });
  }

  /** The last that was sent, while it still tells what stands; otherwise as it would be sent. */
  async download(
    actor: Actor,
    { params }: Input<'GET /juries/:juryId/notices/:enrolmentId'>,
  ): Promise<FileDownload> {
    const { content, document } = await this.db.run(actor, async ({ tx }) => {
      const record = await loadSession(tx, actor, params.juryId);
      const candidate = findCandidate(record, params.enrolmentId);
      const last = await readLast(tx, params.juryId);
      const { state } = this.describe(record, candidate, last);
      const { name } = await tx.centre.findFirstOrThrow({});
      return {
        document: state === 'sent' ? (last.get(candidate.id)?.document ?? null) : null,
        content: composeContent(name, record, candidate, this.clock.today()),
      };
    });
    if (document) return { fileName: document.fileName, bytes: await this.store.read(document) };
    const { bytes } = await this.typst.render('notice', content, this.clock.now());
    return { fileName: FILE_NAME, bytes };
  }

  /** The learner's own, as it was sent. */
  async downloadOwn(
    actor: Actor,
    { params }: Input<'GET /notices/:noticeId/document'>,
  ): Promise<FileDownload> {
    const notice = await this.db.run(actor, async ({ tx }) =>
      tx.notice.findFirst({
        where: { id: params.noticeId, enrolment: { personId: actor.personId ?? '' } },
        include: { document: true },
      }),
    );
    const document = found(notice?.document, 'Cette notification');
    return { fileName: document.fileName, bytes: await this.store.read(document) };
  }

  private async freeze(
    { tx, audit, enqueue }: UnitOfWork,
    actor: Actor,
    centreName: string,
    record: SessionRecord,
    candidate: SessionCandidate,
  ): Promise<void> {
    const content = composeContent(centreName, record, candidate, this.clock.today());
    const { id } = await tx.notice.create({
      data: {
        centreId: actor.centreId,
        jurySessionId: record.row.id,
        enrolmentId: candidate.id,
        content: structuredClone(content) as object,
        createdByUserId: actor.userId,
        createdAt: this.clock.now(),
      },
    });
    enqueue({ name: 'notice.send', payload: { noticeId: id } });
    audit({ action: 'notice.sent', subjectId: candidate.id, data: { noticeId: id } });
  }

  private describe(
    record: SessionRecord,
    candidate: SessionCandidate,
    last: LastNotices,
  ): NoticeRow {
    const { row } = record;
    const notice = last.get(candidate.id);
    const now = composeFor(record, candidate, this.clock.today());
    const told = notice ? (notice.content as unknown as NoticeContent).notice : null;
    return {
      enrolmentId: candidate.id,
      candidateName: candidate.name,
      result: now.result,
      headline: now.headline,
      state: judgeNotice({ told, now, isWritten: (notice?.mailId ?? null) !== null }),
      lastSentAt: notice?.createdAt.toISOString() ?? null,
      obstacle: findNoticeObstacle({
        state: row.state,
        signatures: listSignatures(record),
        hasEmail: hasEmail(record, candidate),
      }),
    };
  }
}

/** Under the first minutes. */
function listSignatures({ row }: SessionRecord) {
  const signatures = row.minutes.find(({ number }) => number === 1)?.signatures ?? [];
  return row.members.map(({ id, college }) => ({
    college,
    method: signatures.find(({ memberId }) => memberId === id)?.method ?? null,
  }));
}

const hasEmail = ({ row }: SessionRecord, { id }: SessionCandidate): boolean =>
  row.candidates.some(
    ({ enrolmentId, enrolment }) => enrolmentId === id && enrolment.person.email !== null,
  );

const findCandidate = ({ candidates }: SessionRecord, id: string): SessionCandidate =>
  found(
    candidates.find((candidate) => candidate.id === id),
    'Ce candidat',
  );

const readNotices = (tx: Tx, jurySessionId: string) =>
  tx.notice.findMany({
    where: { jurySessionId },
    include: { document: true },
    orderBy: { createdAt: 'asc' },
  });

async function readLast(tx: Tx, jurySessionId: string): Promise<LastNotices> {
  const rows = await readNotices(tx, jurySessionId);
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}
