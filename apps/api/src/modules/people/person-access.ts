import type { Role } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Logins } from '../../auth/logins.ts';
import { Clock } from '../../clock/clock.ts';
import type { Tx, UnitOfWork } from '../../db/database.ts';
import { DomainError } from '../../http/domain-error.ts';

/** Roles that come from what a person is in the centre; staff roles are given by hand. */
const linkRoles = ['learner', 'tutor', 'jury_member'] as const satisfies readonly Role[];
type LinkRole = (typeof linkRoles)[number];

interface Candidate {
  readonly id: string;
  readonly email: string;
  readonly isLearner: boolean;
  readonly isTutor: boolean;
}

interface Entitled {
  readonly personId: string;
  readonly userId: string;
  readonly roles: readonly LinkRole[];
}

/** Keeps logins and memberships in step with enrolments, tutoring and mail addresses. */
@Injectable()
export class PersonAccess {
  constructor(
    private readonly logins: Logins,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives each of these persons who has a mail their memberships as learner and tutor. When the mail
   * has changed, their memberships follow to the new address, and unused links sent to the former
   * one die: whoever reads that mailbox gets no further, and a renewal goes to the new address. When
   * it was removed, what the mailbox opened is ended until an address is given again.
   */
  async sync(unit: UnitOfWork, actor: Actor, personIds: readonly string[]): Promise<void> {
    await this.endWithoutMail(unit.tx, personIds);
    const entitled = await this.listEntitled(unit.tx, personIds);
    if (entitled.length === 0) return;
    const memberships = await listHeld(unit.tx, entitled);
    const userOf = new Map(entitled.map((one) => [one.personId, one.userId]));
    const moved = memberships.filter((one) => userOf.get(one.personId) !== one.userId);
    if (moved.length > 0) await this.move(unit.tx, moved, userOf);
    await reopenWithMail(unit.tx, personIds);
    const held = new Set(memberships.map(({ personId, role }) => `${personId} ${role}`));
    const missing = entitled.flatMap(({ personId, userId, roles }) =>
      roles
        .filter((role) => !held.has(`${personId} ${role}`))
        .map((role) => ({ personId, userId, role })),
    );
    if (missing.length > 0) await this.open(unit.tx, actor, missing);
  }

  private async listEntitled(tx: Tx, personIds: readonly string[]): Promise<Entitled[]> {
    const persons = await tx.$queryRaw<Candidate[]>`
      select p.id, p.email,
             exists (select from enrolment e
                      where e.centre_id = p.centre_id and e.person_id = p.id) as "isLearner",
             exists (select from employment m
                      where m.centre_id = p.centre_id and m.tutor_id = p.id) as "isTutor"
        from person p
       where p.id = any(${[...personIds]}::uuid[]) and p.email is not null`;
    const userIds = await this.logins.findOrCreateAll(persons.map(({ email }) => email));
    return persons.flatMap(({ id, email, isLearner, isTutor }) => {
      const userId = userIds.get(email);
      if (userId === undefined) return [];
      const roles: LinkRole[] = [];
      if (isLearner) roles.push('learner');
      if (isTutor) roles.push('tutor');
      return [{ personId: id, userId, roles }];
    });
  }

  private async open(
    tx: Tx,
    actor: Actor,
    missing: readonly { personId: string; userId: string; role: LinkRole }[],
  ): Promise<void> {
    // A mailbox removed from one person and given to another is the other's from now on.
    const opened = await tx.$executeRaw`
      insert into membership (centre_id, id, user_id, person_id, role)
      select ${actor.centreId}::uuid, id, user_id, person_id, role::role
        from unnest(${missing.map(() => uuidv7())}::uuid[],
                    ${missing.map(({ userId }) => userId)}::text[],
                    ${missing.map(({ personId }) => personId)}::uuid[],
                    ${missing.map(({ role }) => role)}::text[])
             as opened(id, user_id, person_id, role)
      on conflict (centre_id, user_id, role) do update
         set person_id = excluded.person_id, ended_at = null, mail_removed = false
       where membership.mail_removed`;
    if (opened < missing.length) throw new DomainError('already_exists', addressTaken);
  }

  /** An access that the office has ended stays so, and is not taken for one that lacks a mail. */
  private async endWithoutMail(tx: Tx, personIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await tx.$executeRaw`
      update membership m set ended_at = ${now}, mail_removed = true
        from person p
       where p.id = any(${[...personIds]}::uuid[]) and p.email is null
         and m.centre_id = p.centre_id and m.person_id = p.id
         and m.role = any(${[...linkRoles]}::role[]) and m.ended_at is null`;
    await tx.$executeRaw`
      update access_link l set expires_at = least(l.expires_at, ${now})
        from person p
       where p.id = any(${[...personIds]}::uuid[]) and p.email is null
         and l.centre_id = p.centre_id and l.person_id = p.id and l.used_at is null`;
  }

  private async move(
    tx: Tx,
    moved: readonly { readonly id: string; readonly personId: string }[],
    userOf: ReadonlyMap<string, string>,
  ): Promise<void> {
    const userIds = moved.map(({ personId }) => userOf.get(personId) ?? '');
    const ids = moved.map(({ id }) => id);
    await exchangeFreed(tx, ids, userIds);
    await tx.$executeRaw`
      update membership set user_id = moved.user_id
        from unnest(${ids}::uuid[], ${moved.map(({ personId }) => personId)}::uuid[],
                    ${userIds}::text[]) as moved(id, person_id, user_id)
       where membership.id = moved.id and membership.person_id = moved.person_id`;
    await tx.$executeRaw`
      update access_link set user_id = moved.user_id, expires_at = least(expires_at, ${this.clock.now()})
        from unnest(${moved.map(({ personId }) => personId)}::uuid[], ${userIds}::text[]) as moved(person_id, user_id)
       where access_link.person_id = moved.person_id and access_link.used_at is null`;
  }
}

const addressTaken =
  'Cette adresse laisse déjà entrer quelqu’un d’autre dans le même rôle : demandez-en une autre.';

/**
 * A mailbox removed from one person and given to another who has a membership already: the two
 * exchange theirs, so that the one without an address keeps what a new address opens again.
 */
const exchangeFreed = (tx: Tx, ids: readonly string[], userIds: readonly string[]) =>
  tx.$executeRaw`
    with pair as (
      select held.id as held_id, freed.id as freed_id
        from unnest(${[...ids]}::uuid[], ${[...userIds]}::text[]) as moved(id, user_id)
        join membership held on held.id = moved.id
        join membership freed on freed.centre_id = held.centre_id and freed.role = held.role
                             and freed.user_id = moved.user_id and freed.mail_removed)
    update membership m
       set person_id = other.person_id, ended_at = other.ended_at, mail_removed = other.mail_removed
      from (select held_id as id, freed_id as other_id from pair
            union all select freed_id, held_id from pair) exchange
      join membership other on other.id = exchange.other_id
     where m.id = exchange.id`;

/** Whoever has an address again finds what the removal of the former one had closed. */
const reopenWithMail = (tx: Tx, personIds: readonly string[]) =>
  tx.$executeRaw`
    update membership m set ended_at = null, mail_removed = false
      from person p
     where p.id = any(${[...personIds]}::uuid[]) and p.email is not null
       and m.centre_id = p.centre_id and m.person_id = p.id and m.mail_removed`;

/** One array parameter however many persons: an import lets in a thousand. */
const listHeld = (tx: Tx, entitled: readonly Entitled[]) =>
  tx.$queryRaw<{ id: string; personId: string; userId: string; role: Role }[]>`
    select id, person_id as "personId", user_id as "userId", role::text as role
      from membership
     where person_id = any(${entitled.map(({ personId }) => personId)}::uuid[])
       and role = any(${[...linkRoles]}::role[])`;
