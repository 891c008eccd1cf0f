import { type Input, isAllowed, type Output } from '@jalon/contract';
import { describeMatchKey, formatLongDay, formatSpokenName } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { AccessLinks } from '../../auth/access-links.ts';
import type { Actor } from '../../auth/actor.ts';
import { Logins } from '../../auth/logins.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { MailWriter } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';
import { findMailHolder } from '../people/find-mail-holder.ts';
import { readSession, showSession } from './describe-session.ts';
import { refuseClosed } from './refuse-closed.ts';
import { changesOf, isSaidMeanwhile } from './seat-change.ts';
import { loadSession, lockSession, type SessionRecord } from './session-record.ts';

type Session = Output<'GET /juries/:juryId'>;
type NewMember = Input<'POST /juries/:juryId/members'>['body'];

/** Who sits: members of both colleges, their links with candidates, their way in. */
@Injectable()
export class JuryMembersService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logins: Logins,
    private readonly links: AccessLinks,
    private readonly mails: MailWriter,
  ) {}

  async add(
    actor: Actor,
    { params, body }: Input<'POST /juries/:juryId/members'>,
  ): Promise<Session> {
    // The login is global, so it is made outside the transaction: only once the session is known.
    await this.db.run(actor, async ({ tx }) =>
      refuseClosed(await loadSession(tx, actor, params.juryId)),
    );
    const userId = await this.logins.findOrCreate(body.email);
    try {
      return await this.change(actor, params.juryId, 'jury.member-added', async ({ tx, audit }) => {
        const known = await findOrCreatePerson(tx, actor.centreId, body);
        const { personId, reopened } = await ensureMembership(tx, actor.centreId, userId, known);
        if (reopened)
          audit({ action: 'member.reopened', subjectId: reopened, data: { role: 'jury_member' } });
        const { college, isChair, isAlternate, isInternal } = body;
        if (isChair) await unseatChair(tx, params.juryId);
        const member = await tx.juryMember.create({
          data: {
            centreId: actor.centreId,
            jurySessionId: params.juryId,
            personId,
            college,
            isChair,
            isAlternate,
            isInternal,
          },
        });
        return { memberId: member.id, college };
      });
    } catch (error) {
      throw isUniqueViolation(error)
        ? new DomainError('already_exists', 'Cette personne est déjà membre de ce jury.')
        : error;
    }
  }

  update(
    actor: Actor,
    { params, body }: Input<'PUT /juries/:juryId/members/:memberId'>,
  ): Promise<Session> {
    return this.change(actor, params.juryId, 'jury.member-changed', async ({ tx }, record) => {
      const member = findMember(record, params.memberId);
      if (isSaidMeanwhile(member, body))
        throw editedMeanwhile(await showSession(tx, actor, record, this.clock.today()));
      if (body.isChair) await unseatChair(tx, params.juryId);
      const data = changesOf(body);
      await tx.juryMember.updateMany({ where: { id: params.memberId }, data });
      return { memberId: params.memberId, ...data };
    });
  }

  remove(actor: Actor, { params }: Input<'DELETE /juries/:juryId/members/:memberId'>) {
    return this.change(actor, params.juryId, 'jury.member-removed', async ({ tx }, record) => {
      findMember(record, params.memberId);
      await tx.juryConflict.deleteMany({ where: { memberId: params.memberId } });
      await tx.juryMember.deleteMany({ where: { id: params.memberId } });
      return { memberId: params.memberId };
    });
  }

  /** A member stands aside for one candidate: for a tie found in the data, or one they declare. */
  recuse(actor: Actor, { params, body }: Input<'POST /juries/:juryId/conflicts'>) {
    return this.change(actor, params.juryId, 'jury.member-recused', async ({ tx }, record) => {
      const { memberId, enrolmentId, kind, note } = body;
      const member = findMember(record, memberId);
      if (!isAllowed(actor.roles, 'jury:prepare') && member.personId !== actor.personId)
        throw new DomainError('forbidden', 'Chaque membre déclare ses propres liens.');
      found(
        record.candidates.find(({ id }) => id === enrolmentId),
        'Ce candidat',
      );
      const detected = record.conflicts.some(
        (one) =>
          one.memberId === memberId && one.candidateId === enrolmentId && one.origin === 'data',
      );
      const key = { centreId: actor.centreId, memberId, enrolmentId };
      await tx.juryConflict.upsert({
        where: { centreId_memberId_enrolmentId: key },
        create: { ...key, jurySessionId: params.juryId, kind, note, detected },
        update: { kind, note },
      });
      return { memberId, enrolmentId, kind };
    });
  }

  withdrawConflict(
    actor: Actor,
    { params }: Input<'DELETE /juries/:juryId/conflicts/:conflictId'>,
  ) {
    return this.change(actor, params.juryId, 'jury.recusal-withdrawn', async ({ tx }, record) => {
      const { conflictId } = params;
      found(
        record.row.conflicts.find(({ id }) => id === conflictId),
        'Cette récusation',
      );
      await tx.juryConflict.deleteMany({ where: { id: conflictId } });
      return { conflictId };
    });
  }

  async invite(
    actor: Actor,
    { params, body }: Input<'POST /juries/:juryId/invitations'>,
  ): Promise<{ sent: number }> {
    return this.db.run(actor, async (unit) => {
      const record = await loadSession(unit.tx, actor, params.juryId);
      refuseClosed(record);
      for (const memberId of body.memberIds) findMember(record, memberId);
      const invited = record.row.members.filter(
        ({ id }) => body.memberIds.length === 0 || body.memberIds.includes(id),
      );
      const sentTo: string[] = [];
      for (const member of invited)
        if (await this.inviteMember(unit, actor, record, member)) sentTo.push(member.id);
      await unit.tx.juryMember.updateMany({
        where: { id: { in: sentTo } },
        data: { invitedAt: this.clock.now() },
      });
      unit.audit({
        action: 'jury.invited',
        subjectId: params.juryId,
        data: { memberIds: sentTo },
      });
      return { sent: sentTo.length };
    });
  }

  /** @returns whether it went out: not without an address, nor to somebody whose access has ended */
  private async inviteMember(
    unit: UnitOfWork,
    actor: Actor,
    record: SessionRecord,
    { personId, person }: SessionRecord['row']['members'][number],
  ): Promise<boolean> {
    const membership = await unit.tx.membership.findFirst({
      where: { personId, role: 'jury_member', endedAt: null },
    });
    if (!membership || !person.email) return false;
    const { row, heldOn, framework, candidates } = record;
    const path = row.state === 'open' ? `/jurys/${row.id}/salle` : `/jurys/${row.id}`;
    const token = await this.links.create(unit, {
      centreId: actor.centreId,
      userId: membership.userId,
      personId,
      role: 'jury_member',
      path,
    });
    const to = { toEmail: person.email, toName: formatSpokenName(person), personId };
    await this.mails.write(unit.tx, actor.centreId, to, {
      subject: `Jury du ${formatLongDay(heldOn)} : vous y siégez`,
      paragraphs: [
        `Vous êtes membre du jury paritaire « ${framework.title} » du ${formatLongDay(heldOn)}, ${row.remote ? 'à distance' : 'sur place'} : ${row.place}.`,
        `${candidates.length < 2 ? 'Le dossier du candidat vous attend' : `Les dossiers des ${candidates.length} candidats vous attendent`}. Si vous avez un lien avec l’un d’eux, déclarez-le : vous vous récusez pour lui seul.`,
        PRIVACY_LINE,
      ],
      action: { label: 'Ouvrir la session', path: this.mails.linkPath(token) },
      signedBy: actor.userId,
      purpose: 'jury.invitation',
    });
    return true;
  }

  /** One change of a session that is not closed, with its line in the audit trail. */
  private change(
    actor: Actor,
    juryId: string,
    action: string,
    work: (
      unit: UnitOfWork,
      record: SessionRecord,
    ) => Promise<Record<string, string | boolean | null>>,
  ): Promise<Session> {
    return this.db.run(actor, async (unit) => {
      await lockSession(unit.tx, juryId);
      const record = await loadSession(unit.tx, actor, juryId);
      refuseClosed(record);
      const data = await work(unit, record);
      unit.audit({ action, subjectId: juryId, data });
      return readSession(unit.tx, actor, juryId, this.clock.today());
    });
  }
}

const findMember = ({ row }: SessionRecord, memberId: string) =>
  found(
    row.members.find(({ id }) => id === memberId),
    'Ce membre du jury',
  );

/** One chair a session: naming one unseats the other. */
async function unseatChair(tx: Tx, jurySessionId: string): Promise<void> {
  await tx.juryMember.updateMany({ where: { jurySessionId }, data: { isChair: false } });
}

/** The person is recognised by the address: a tutor who judges stays one and the same. */
async function findOrCreatePerson(tx: Tx, centreId: string, member: NewMember): Promise<string> {
  const { givenName, familyName: birthName, email } = member;
  const known = await findMailHolder(tx, centreId, { givenName, birthName, email });
  if (known) return known.id;
  const person = await tx.person.create({
    data: {
      centreId,
      givenName,
      birthName,
      email,
      matchKey: describeMatchKey({ givenName, birthName }),
    },
  });
  return person.id;
}

/** @returns the person that the login acts as in this centre, and the access that this opens again */
async function ensureMembership(
  tx: Tx,
  centreId: string,
  userId: string,
  personId: string,
): Promise<{ personId: string; reopened: string | null }> {
  const role = 'jury_member';
  const key = { centreId_userId_role: { centreId, userId, role } } as const;
  const former = await tx.membership.findUnique({ where: key });
  const membership = await tx.membership.upsert({
    where: key,
    create: { centreId, userId, personId, role },
    // A mailbox removed from one person and given to another is the other's from now on.
    update: { endedAt: null, ...(former?.mailRemoved ? { mailRemoved: false, personId } : {}) },
  });
  return {
    personId: membership.personId,
    reopened: former?.endedAt ? membership.id : null,
  };
}
