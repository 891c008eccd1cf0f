import type { Input } from '@jalon/contract';
import {
  checkOwnSignature,
  checkPaperSignature,
  type Finding,
  formatLongDay,
  formatSpokenName,
  isReplaced,
  isSigner,
  mustSign,
  type SignatureMethod,
  tellSigning,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { PersonalLinks } from '../../auth/personal-links.ts';
import { Clock } from '../../clock/clock.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';
import { referenceOf, toSigner } from './describe-minutes.ts';
import { loadSession, lockSession, type SessionRecord, seriesOf } from './session-record.ts';

const frozenContent = z.looseObject({ closedAt: z.string() });

type Member = SessionRecord['row']['members'][number];
type Minutes = SessionRecord['row']['minutes'][number];

/** Who signs what, and how. */
interface Act {
  readonly findMinutes: (minutes: Minutes) => boolean;
  readonly isSignatory: (member: Member) => boolean;
  readonly signed: {
    readonly method: SignatureMethod;
    readonly signedOn: Date;
    readonly note?: string;
  };
}

/** Each member signs the minutes for themselves; the office notes what was signed on paper. */
@Injectable()
export class JurySignaturesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  /** A member signs what they have read, for themselves. @returns the minutes signed */
  sign(
    unit: UnitOfWork,
    actor: Actor,
    { params, body }: Input<'POST /juries/:juryId/minutes/signatures'>,
  ): Promise<string> {
    const act = {
      findMinutes: ({ contentSha256 }: Minutes) => contentSha256 === body.sha256,
      isSignatory: ({ personId }: Member) => personId === actor.personId,
      signed: { method: 'own' as const, signedOn: fromDay(this.clock.today()) },
    };
    return this.write(unit, actor, params.juryId, act, (input, minutes) =>
      checkOwnSignature({
        ...input,
        readSha256: body.sha256,
        sha256: minutes?.contentSha256 ?? '',
      }),
    );
  }

  /** The office notes a signature given on paper. @returns the minutes signed */
  notePaper(
    unit: UnitOfWork,
    actor: Actor,
    { params, body }: Input<'POST /juries/:juryId/minutes/paper-signatures'>,
  ): Promise<string> {
    const { minutesId, memberId, signedOn, note } = body;
    const act = {
      findMinutes: ({ id, number }: Minutes) => (minutesId ? id === minutesId : number === 1),
      isSignatory: ({ id }: Member) => id === memberId,
      signed: { method: 'paper' as const, signedOn: fromDay(signedOn), note },
    };
    return this.write(unit, actor, params.juryId, act, (input) =>
      checkPaperSignature({ ...input, signedOn, today: this.clock.today() }),
    );
  }

  /** Writes to those who have not signed: after the closing, and whenever the office asks. */
  remind(
    actor: Actor,
    { params }: Input<'POST /juries/:juryId/minutes/reminders'>,
  ): Promise<{ sent: number }> {
    return this.db.run(actor, async (unit) => {
      const record = await loadSession(unit.tx, actor, params.juryId);
      found(record.row.minutes[0], 'Ce procès-verbal');
      return { sent: await this.askSignatures(unit, actor, record) };
    });
  }

  /** @returns how many were written to: not those without an address or whose access has ended */
  async askSignatures(unit: UnitOfWork, actor: Actor, record: SessionRecord): Promise<number> {
    const { row } = record;
    const series = seriesOf(record);
    const awaited = series.filter((minutes) => !isReplaced(minutes, series));
    const missing = row.members.filter(isSigner).flatMap((member) => {
      // At the closing, the first minutes are being drawn up: all who sign are asked.
      if (series.length === 0) return [{ member, number: 1 }];
      const unsigned = awaited.filter(({ signatures }) => mustSign(toSigner(member, signatures)));
      return unsigned.slice(-1).map(({ number }) => ({ member, number }));
    });
    const asked: string[] = [];
    for (const { member, number } of missing)
      if (await this.ask(unit, actor, record, member, number)) asked.push(member.id);
    if (asked.length > 0)
      unit.audit({
        action: 'minutes.signature-asked',
        subjectId: row.id,
        data: { memberIds: asked },
      });
    return asked.length;
  }

  private async ask(
    { tx }: UnitOfWork,
    actor: Actor,
    record: SessionRecord,
    { person, personId }: Member,
    number: number,
  ): Promise<boolean> {
    const { row } = record;
    if (!person.email) return false;
    const name = formatSpokenName(person);
    const holder = { personId, name, email: person.email };
    const link = await this.links.create(tx, actor.centreId, holder, {
      role: 'jury_member',
      path: `/jurys/${row.id}`,
    });
    if (!('path' in link)) return false;
    const to = { toEmail: person.email, toName: name, personId };
    await this.mails.write(tx, actor.centreId, to, {
      ...tellAwaited(record, number),
      action: { label: 'Lire et signer', path: link.path },
      signedBy: actor.userId,
      purpose: 'minutes.signature-asked',
    });
    return true;
  }

  private async write(
    { tx, audit, enqueue }: UnitOfWork,
    actor: Actor,
    juryId: string,
    { findMinutes, isSignatory, signed }: Act,
    check: (
      input: Omit<Parameters<typeof checkPaperSignature>[0], 'signedOn' | 'today'>,
      minutes: Minutes | undefined,
    ) => readonly Finding[],
  ): Promise<string> {
    await lockSession(tx, juryId);
    const record = await loadSession(tx, actor, juryId);
    const { row } = record;
    const minutes = row.minutes.find(findMinutes);
    const series = seriesOf(record);
    const before = minutes?.signatures ?? [];
    const member = row.members.find(isSignatory);
    const signer = member ? toSigner(member, before) : null;
    const frozen = {
      isReplaced: series.some((one) => one.id === minutes?.id && isReplaced(one, series)),
      isRectifying: (minutes?.number ?? 1) > 1,
      frozenOn: parisDayOf(minutes ? await readFrozenAt(tx, minutes.id) : this.clock.now()),
    };
    raiseFindings(check({ state: row.state, signer, ...frozen }, minutes));
    const { id: minutesId, contentSha256 } = found(minutes, 'Ce procès-verbal');
    const { id: memberId } = found(member, 'Ce membre du jury');
    await tx.jurySignature.create({
      data: {
        ...signed,
        centreId: actor.centreId,
        minutesId,
        memberId,
        contentSha256,
        writtenByUserId: actor.userId,
        createdAt: this.clock.now(),
        ...signedFrom(actor),
      },
    });
    audit({
      action: signed.method === 'own' ? 'minutes.signed' : 'minutes.paper-signature-noted',
      subjectId: juryId,
      data: { minutesId, memberId, sha256: contentSha256 },
    });
    const after = [...before, { memberId }];
    if (tellSigning(row.members.map((one) => toSigner(one, after))).met)
      enqueue({ name: 'minutes.produce', payload: { jurySessionId: juryId, minutesId } });
    return minutesId;
  }
}

/** When the content was frozen: at the closing, or when rectifying minutes were drawn up. */
async function readFrozenAt(tx: Tx, id: string): Promise<Date> {
  const { content } = await tx.juryMinutes.findFirstOrThrow({ where: { id } });
  return new Date(frozenContent.parse(content).closedAt);
}

/** What the mail says: of the first minutes, or of the last that rectify them. */
function tellAwaited(record: SessionRecord, number: number) {
  const { heldOn, framework } = record;
  const jury = `Le jury « ${framework.title} » du ${formatLongDay(heldOn)}`;
  const isRectifying = number > 1;
  const reference = referenceOf(record, number);
  return {
    subject: `Jury du ${formatLongDay(heldOn)} : votre signature au procès-verbal${isRectifying ? ` rectificatif ${reference}` : ''}`,
    paragraphs: [
      isRectifying
        ? `${jury} est clos. Le procès-verbal rectificatif ${reference} corrige des décisions de ce jury, et attend votre signature : elles ne changent qu’une fois signées dans Jalon par la majorité des membres, des deux collèges.`
        : `${jury} est clos, et son procès-verbal attend votre signature.`,
      'Relisez-le, puis signez sur la page. Votre signature n’engage que vous, et personne ne peut la donner à votre place.',
      PRIVACY_LINE,
    ],
  };
}
