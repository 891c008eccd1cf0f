import type { Input, Output } from '@jalon/contract';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Logins } from '../../auth/logins.ts';
import { Passwords } from '../../auth/passwords.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { findMailHolder } from '../people/find-mail-holder.ts';
import { createStaffMember } from './create-staff-member.ts';

const withClosures = { closures: { orderBy: { fromOn: 'asc' } } } as const;
type SiteRow = Prisma.SiteGetPayload<{ include: typeof withClosures }>;

@Injectable()
export class CentresService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logins: Logins,
    private readonly passwords: Passwords,
  ) {}

  async read(actor: Actor): Promise<Output<'GET /centre'>> {
    return this.db.run(actor, async ({ tx }) => {
      const centre = await tx.centre.findFirstOrThrow({ where: { id: actor.centreId } });
      const sites = await tx.site.findMany({ include: withClosures, orderBy: { name: 'asc' } });
      const members = await tx.membership.findMany({
        // The team, and whoever's access the office has ended: it gives it back from here.
        where: {
          OR: [
            { role: { in: ['coordinator', 'trainer', 'director', 'certifier'] } },
            { endedAt: { not: null } },
          ],
        },
        include: { person: true },
        orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
      });
      return {
        id: centre.id,
        name: centre.name,
        sites: sites.map(describeSite),
        members: members.map(({ id, role, endedAt, person }) => ({
          id,
          role,
          personId: person.id,
          name: `${person.usageName ?? person.birthName} ${person.givenName}`,
          email: person.email ?? '',
          ended: endedAt !== null,
        })),
      };
    });
  }

  sites(actor: Actor): Promise<Output<'GET /sites'>> {
    return this.db.run(actor, async ({ tx }) => {
      const sites = await tx.site.findMany({ include: withClosures, orderBy: { name: 'asc' } });
      return sites.map(describeSite);
    });
  }

  addSite(actor: Actor, { body }: Input<'POST /sites'>): Promise<{ id: string }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const site = await tx.site.create({ data: { centreId: actor.centreId, ...body } });
      audit({ action: 'site.created', subjectId: site.id });
      return { id: site.id };
    });
  }

  saveSite(
    actor: Actor,
    { params: { siteId: id }, body: { revision, ...site } }: Input<'PUT /sites/:siteId'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const { count } = await tx.site.updateMany({
        where: { id, revision },
        data: { ...site, revision: { increment: 1 } },
      });
      if (count === 0) {
        const where = { id };
        const current = await tx.site.findFirst({ where, include: withClosures });
        throw editedMeanwhile(describeSite(found(current, 'Ce site')));
      }
      audit({ action: 'site.saved', subjectId: id });
      return { done: true };
    });
  }

  addClosure(
    actor: Actor,
    { params, body }: Input<'POST /sites/:siteId/closures'>,
  ): Promise<{ id: string }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      found(await tx.site.findFirst({ where: { id: params.siteId } }), 'Ce site');
      const closure = await tx.siteClosure.create({
        data: {
          centreId: actor.centreId,
          siteId: params.siteId,
          fromOn: fromDay(body.fromOn),
          toOn: fromDay(body.toOn),
          label: body.label,
        },
      });
      audit({ action: 'closure.created', subjectId: closure.id, data: body });
      return { id: closure.id };
    });
  }

  removeClosure(
    actor: Actor,
    { params }: Input<'DELETE /sites/:siteId/closures/:closureId'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const where = { id: params.closureId, siteId: params.siteId };
      found(await tx.siteClosure.findFirst({ where }), 'Cette fermeture');
      await tx.siteClosure.delete({ where: key(params.closureId) });
      audit({ action: 'closure.deleted', subjectId: params.closureId });
      return { done: true };
    });
  }

  /** The new member chooses a password from a link in a mail: nobody else ever knows it. */
  async addMember(actor: Actor, { body }: Input<'POST /centre/members'>): Promise<{ id: string }> {
    const userId = await this.logins.findOrCreate(body.email);
    try {
      const id = await this.db.run(actor, async ({ tx, audit }) => {
        const { role } = body;
        const former = await tx.membership.findFirst({
          where: { userId, role, endedAt: { not: null } },
        });
        if (former) {
          await findMailHolder(tx, actor.centreId, body);
          await this.reopen(tx, former.id);
          audit({ action: 'member.reopened', subjectId: former.id, data: { role } });
          return former.id;
        }
        const membership = await createStaffMember(tx, actor.centreId, userId, body);
        audit({ action: 'member.added', subjectId: membership, data: { role } });
        return membership;
      });
      await this.passwords.request(body.email);
      return { id };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new DomainError('already_exists', 'Cette personne a déjà cet accès.', {
        errors: [{ pointer: '/email', message: 'Cette adresse a déjà ce rôle dans le centre.' }],
      });
    }
  }

  /** At once: whoever is inside is put out, and the links in their mails open nothing any more. */
  async endMember(
    actor: Actor,
    { params }: Input<'POST /centre/members/:membershipId/end'>,
  ): Promise<{ done: true }> {
    const { userId, role } = await this.db.run(actor, async ({ tx, key, audit }) => {
      const where = { id: params.membershipId };
      const membership = found(await tx.membership.findFirst({ where }), 'Cet accès');
      if (membership.userId === actor.userId)
        throw new DomainError('rule_refused', 'Vous ne pouvez pas retirer votre propre accès.');
      const endedAt = this.clock.now();
      await tx.membership.update({ where: key(membership.id), data: { endedAt } });
      await tx.accessLink.updateMany({
        where: {
          userId: membership.userId,
          role: membership.role,
          usedAt: null,
          expiresAt: { gt: endedAt },
        },
        data: { expiresAt: endedAt },
      });
      audit({ action: 'member.ended', subjectId: membership.id });
      return membership;
    });
    // Logins are global and deleted by another role: only once the end of the access stands.
    await this.logins.end(userId, actor.centreId, role);
    return { done: true };
  }

  /** An access that was ended opens again only by this act, which stays in the audit trail. */
  reopenMember(
    actor: Actor,
    { params }: Input<'POST /centre/members/:membershipId/reopen'>,
  ): Promise<{ done: true }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const where = { id: params.membershipId };
      const membership = found(await tx.membership.findFirst({ where }), 'Cet accès');
      const { id, role, endedAt, mailRemoved } = membership;
      if (!endedAt) return { done: true };
      if (mailRemoved) throw new DomainError('rule_refused', noMailSentence);
      await this.reopen(tx, id);
      audit({ action: 'member.reopened', subjectId: id, data: { role } });
      return { done: true };
    });
  }

  private async reopen(tx: Tx, id: string): Promise<void> {
    await tx.membership.updateMany({ where: { id }, data: { endedAt: null } });
  }
}

const noMailSentence =
  'Cet accès s’est fermé quand l’adresse mail a été retirée : indiquez une adresse sur la fiche de la personne, il s’ouvrira de lui-même.';

function describeSite(site: SiteRow): Output<'GET /sites'>[number] {
  return {
    id: site.id,
    name: site.name,
    address: site.address,
    holidayZone: site.holidayZone,
    closures: site.closures.map(({ id, fromOn, toOn, label }) => ({
      id,
      label,
      fromOn: toDay(fromOn),
      toOn: toDay(toOn),
    })),
    revision: site.revision,
  };
}
