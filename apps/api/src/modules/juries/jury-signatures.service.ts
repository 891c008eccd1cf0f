import type { Input, Output } from '@jalon/contract';
import {
  checkOwnSignature,
  checkPaperSignature,
  type Finding,
  formatLongDay,
  formatSpokenName,
  tellSigning,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { PersonalLinks } from '../../auth/personal-links.ts';
import { Clock } from '../../clock/clock.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import { Database, type UnitOfWork } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';
import { toSigner } from './describe-minutes.ts';
import { readSession } from './describe-session.ts';
import { loadSession, lockSession, type SessionRecord } from './session-record.ts';

type Session = Output<'GET /juries/:juryId'>;
type Member = SessionRecord['row']['members'][number];
type Signed = Pick<
  Parameters<UnitOfWork['tx']['jurySignature']['create']>[0]['data'],
  'method' | 'signedOn' | 'note'
>;

/** Each member signs the minutes for themselves; the office notes what was signed on paper. */
@Injectable()
export class JurySignaturesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: PersonalLinks,
    private readonly mails: MailWriter,
  ) {}

  sign(
    actor: Actor,
    { params, body }: Input<'POST /juries/:juryId/minutes/signatures'>,
  ): Promise<Session> {
    const isOwn = ({ personId }: Member) => personId === actor.personId;
    return this.write(
      actor,
      params.juryId,
      isOwn,
      { method: 'own', signedOn: fromDay(this.clock.today()) },
      (input, { row }) =>
        checkOwnSignature({
          ...input,
          readSha256: body.sha256,
          sha256: row.minutes?.contentSha256 ?? '',
        }),
    );
  }

  notePaper(
    actor: Actor,
    { params, body }: Input<'POST /juries/:juryId/minutes/paper-signatures'>,
  ): Promise<Session> {
    const { memberId, signedOn, note } = body;
    const isMeant = ({ id }: Member) => id === memberId;
    const signed = { method: 'paper' as const, signedOn: fromDay(signedOn), note };
    return this.write(actor, params.juryId, isMeant, signed, (input, { row }) =>
      checkPaperSignature({
        ...input,
        signedOn,
        closedOn: parisDayOf(row.closedAt ?? this.clock.now()),
        today: this.clock.today(),
      }),
    );
  }

  /** Writes to those who have not signed: after the closing, and whenever the office asks. */
  remind(
    actor: Actor,
    { params }: Input<'POST /juries/:juryId/minutes/reminders'>,
  ): Promise<{ sent: number }> {
    return this.db.run(actor, async (unit) => {
      const record = await loadSession(unit.tx, actor, params.juryId);
      found(record.row.minutes, 'Ce procès-verbal');
      return { sent: await this.askSignatures(unit, actor, record) };
    });
  }

  /** @returns how many were written to: not those without an address or whose access has ended */
  async askSignatures(unit: UnitOfWork, actor: Actor, record: SessionRecord): Promise<number> {
    const { row } = record;
    const missing = row.members.filter((member) => {
      const { isPresent, hasSigned } = toSigner(member, row.minutes?.signatures ?? []);
      return isPresent === true && !hasSigned;
    });
    const asked: string[] = [];
    for (const member of missing)
      if (await this.ask(unit, actor, record, member)) asked.push(member.id);
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
    { row, heldOn, framework }: SessionRecord,
    { person, personId }: Member,
  ): Promise<boolean> {
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
      subject: `Jury du ${formatLongDay(heldOn)} : votre signature au procès-verbal`,
      paragraphs: [
        `Le jury « ${framework.title} » du ${formatLongDay(heldOn)} est clos, et son procès-verbal attend votre signature.`,
        'Relisez-le, puis signez en bas de la page. Votre signature n’engage que vous, et personne ne peut la donner à votre place.',
        PRIVACY_LINE,
      ],
      action: { label: 'Lire et signer', path: link.path },
      signedBy: actor.userId,
      purpose: 'minutes.signature-asked',
    });
    return true;
  }

  private write(
    actor: Actor,
    juryId: string,
    isSigner: (member: Member) => boolean,
    signed: Signed,
    check: (
      input: Pick<Parameters<typeof checkOwnSignature>[0], 'state' | 'signer'>,
      record: SessionRecord,
    ) => readonly Finding[],
  ): Promise<Session> {
    return this.db.run(actor, async ({ tx, audit, enqueue }) => {
      await lockSession(tx, juryId);
      const record = await loadSession(tx, actor, juryId);
      const { row } = record;
      const before = row.minutes?.signatures ?? [];
      const member = row.members.find(isSigner);
      const signer = member ? toSigner(member, before) : null;
      raiseFindings(check({ state: row.state, signer }, record));
      const { id: minutesId, contentSha256 } = found(row.minutes, 'Ce procès-verbal');
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
        enqueue({ name: 'minutes.produce', payload: { jurySessionId: juryId } });
      return readSession(tx, actor, juryId, this.clock.today());
    });
  }
}
