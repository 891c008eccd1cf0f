import type { Input, Output } from '@jalon/contract';
import { formatName, withDe } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Logins } from '../../auth/logins.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { isUniqueViolation } from '../../db/database-errors.ts';

import { editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { tutoredOn } from '../enrolments/current-tutoring.ts';
import {
  checkPersonFields,
  describePerson,
  personColumns,
  viewNamesake,
  withRoles,
} from './person-record.ts';
import { PersonRegistry } from './person-registry.ts';

type Details = Output<'GET /people/:personId'>;

@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly registry: PersonRegistry,
    private readonly logins: Logins,
  ) {}

  read(actor: Actor, { params }: Input<'GET /people/:personId'>): Promise<Details> {
    return this.db.run(actor, async ({ tx }) => describePerson(await load(tx, params.personId)));
  }

  /** By role, the ended ones too: the office gives them back from the same place. */
  accesses(
    actor: Actor,
    { params }: Input<'GET /people/:personId/accesses'>,
  ): Promise<Output<'GET /people/:personId/accesses'>> {
    return this.db.run(actor, async ({ tx }) => {
      const { memberships } = found(
        await tx.person.findFirst({
          where: { id: params.personId },
          select: { memberships: { orderBy: { role: 'asc' } } },
        }),
        'Cette personne',
      );
      return memberships.map(({ id, role, endedAt }) => ({
        id,
        role,
        endedAt: endedAt?.toISOString() ?? null,
      }));
    });
  }

  recognise(
    actor: Actor,
    { query }: Input<'GET /people/recognised'>,
  ): Promise<Output<'GET /people/recognised'>> {
    return this.db.run(actor, async ({ tx }) => {
      const match = await this.registry.recognise(tx, {
        ...query,
        birthDate: query.birthDate ?? null,
        email: query.email ?? null,
      });
      const row = match.person?.row ?? null;
      const enrolments = row
        ? await tx.enrolment.findMany({ where: { personId: row.id }, include: { cohort: true } })
        : [];
      return {
        outcome: match.outcome,
        person: row && describePerson(row),
        cohorts: enrolments.map(({ cohort }) => cohort.name),
        reasons: [...match.reasons],
      };
    });
  }

  recogniseTutor(
    actor: Actor,
    { query }: Input<'GET /tutors/recognised'>,
  ): Promise<Output<'GET /tutors/recognised'>> {
    const { employerName = null, siret = null, email = null, ...names } = query;
    return this.db.run(actor, async ({ tx }) => {
      const typed = { ...names, email };
      const match = await this.registry.recogniseTutor(tx, typed, { employerName, siret });
      return {
        outcome: match.outcome,
        reasons: [...match.reasons],
        namesakes: match.namesakes.map(viewNamesake),
      };
    });
  }

  tutors(actor: Actor): Promise<Output<'GET /tutors'>> {
    return this.db.run(actor, async ({ tx }) => {
      const rows = await tx.person.findMany({
        where: { OR: [{ tutoring: { some: {} } }, { memberships: { some: { role: 'tutor' } } }] },
        include: { tutoring: { where: tutoredOn(this.clock.today()) } },
      });
      return rows
        .map((row) => ({
          id: row.id,
          name: formatName(row),
          email: row.email,
          phone: row.phone,
          learnersFollowed: new Set(row.tutoring.map(({ personId }) => personId)).size,
          isEmployer: row.tutoring.some(({ tutorIsEmployer }) => tutorIsEmployer),
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'));
    });
  }

  async save(actor: Actor, { params, body }: Input<'PUT /people/:personId'>): Promise<Details> {
    const { revision, ...fields } = body;
    try {
      const after = await this.db.run(actor, async (unit) => {
        await this.registry.lock(unit.tx, actor);
        const before = await load(unit.tx, params.personId);
        raiseFindings(checkPersonFields(fields, this.clock.today()));
        const match = await this.registry.recognise(unit.tx, fields, before.id);
        const isShared =
          match.outcome === 'mail_taken' ||
          (match.outcome !== 'new' && match.person?.email === fields.email && fields.email);
        // One that two people came to share stops nothing else of them from being put right.
        const isMailTaken = isShared && fields.email !== before.email;
        if (isMailTaken) throw mailTaken(match.person ? formatName(match.person) : '');
        const { count } = await unit.tx.person.updateMany({
          where: { id: before.id, revision },
          data: { ...personColumns(fields), revision: { increment: 1 } },
        });
        if (count === 0) throw editedMeanwhile(describePerson(before));
        await this.registry.syncAccess(unit, actor, [before.id]);
        unit.audit({ action: 'person.updated', subjectId: before.id });
        return load(unit.tx, before.id);
      });
      if (after.email === null) await this.putOut(actor, after.id);
      return describePerson(after);
    } catch (error) {
      throw isUniqueViolation(error) ? mailTaken('quelqu’un d’autre') : error;
    }
  }

  /** Whoever came in by the mail that was removed, on every device. */
  private async putOut(actor: Actor, personId: string): Promise<void> {
    const ended = await this.db.run(actor, ({ tx }) =>
      tx.membership.findMany({ where: { personId, mailRemoved: true } }),
    );
    for (const { userId, role } of ended) await this.logins.end(userId, actor.centreId, role);
  }

  /** Employments in which a tutor follows a learner who is still in training. */
}

const load = async (tx: Tx, personId: string) =>
  found(
    await tx.person.findFirst({ where: { id: personId }, include: withRoles }),
    'Cette personne',
  );

const mailTaken = (name: string) =>
  invalid([
    {
      pointer: '/email',
      message: `Cette adresse est celle ${withDe(name)} : chacun se connecte avec la sienne, demandez-en une autre.`,
    },
  ]);
