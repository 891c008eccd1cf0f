import type { Input } from '@jalon/contract';
import {
  checkPerson,
  describeMatchKey,
  type EmployerTraits,
  isOtherBirthDate,
  type KnownTutor,
  type PersonMatch,
  type PersonTraits,
  recognisePerson,
  recogniseTutor,
  settleTutor,
  type TutorMatch,
  type TypedTutor,
  tellMailTaken,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import type { Tx, UnitOfWork } from '../../db/database.ts';
import { fromDay, fromDayOrNull, toDayOrNull } from '../../db/days.ts';
import { DomainError, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { PersonAccess } from './person-access.ts';
import {
  checkPersonFields,
  type PersonFields,
  type PersonRow,
  personColumns,
  withRoles,
} from './person-record.ts';

type Known = PersonTraits & { readonly row: PersonRow };
type TutorChoice = NonNullable<Input<'POST /people/:personId/employments'>['body']['tutor']>;

/** Finds the persons of a centre before making new ones, and lets them in. */
@Injectable()
export class PersonRegistry {
  constructor(
    private readonly access: PersonAccess,
    private readonly clock: Clock,
  ) {}

  /** One creation of persons at a time in a centre: recognition would miss the one being made. */
  async lock(tx: Tx, actor: Actor): Promise<void> {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${actor.centreId}:people`}, 0))`;
  }

  async recognise(
    tx: Tx,
    traits: PersonTraits,
    exceptId: string | null = null,
  ): Promise<PersonMatch<Known>> {
    return recognisePerson(traits, await this.findAlike(tx, traits, exceptId));
  }

  /** Those who share the names, the mail or the birth date. */
  private async findAlike(
    tx: Tx,
    traits: PersonTraits,
    exceptId: string | null = null,
  ): Promise<Known[]> {
    const rows = await tx.person.findMany({
      where: {
        ...(exceptId === null ? {} : { id: { not: exceptId } }),
        OR: [
          { matchKey: describeMatchKey(traits) },
          ...(traits.email === null ? [] : [{ email: traits.email }]),
          ...(traits.birthDate === null ? [] : [{ birthDate: fromDay(traits.birthDate) }]),
        ],
      },
      include: withRoles,
      orderBy: { createdAt: 'asc' },
    });
    return rows.map((row) => ({
      givenName: row.givenName,
      birthName: row.birthName,
      usageName: row.usageName,
      birthDate: toDayOrNull(row.birthDate),
      email: row.email,
      row,
    }));
  }

  /** Makes a person whom nobody recognised. @returns the person's id */
  async create(
    unit: UnitOfWork,
    actor: Actor,
    fields: PersonFields,
    options: { readonly prefix: string; readonly isNamesake: boolean },
  ): Promise<string> {
    raiseFindings(checkPersonFields(fields, this.clock.today()), options.prefix);
    const match = await this.recognise(unit.tx, fields);
    if (match.outcome === 'mail_taken')
      throw invalid([
        { pointer: `${options.prefix}/email`, message: match.reasons[0]?.facts ?? '' },
      ]);
    // Someone else of the same name cannot have the same mail.
    if (options.isNamesake && match.person && isOtherBirthDate(match))
      throw invalid([{ pointer: `${options.prefix}/email`, message: tellMailTaken(match.person) }]);
    if (match.outcome === 'same' || (match.outcome === 'possible' && !options.isNamesake))
      throw alreadyKnown(match);
    const id = uuidv7();
    await unit.tx.person.create({
      data: { centreId: actor.centreId, id, ...personColumns(fields) },
    });
    unit.audit({ action: 'person.created', subjectId: id });
    return id;
  }

  /** The birth date that someone said is the right one, in place of the one on record. */
  async correctBirthDate(
    unit: UnitOfWork,
    row: Parameters<typeof checkPerson>[0] & { readonly id: string },
    prefix: string,
  ): Promise<void> {
    raiseFindings(checkPerson(row, this.clock.today()), prefix);
    await unit.tx.person.update({
      where: unit.key(row.id),
      data: { birthDate: fromDayOrNull(row.birthDate), revision: { increment: 1 } },
    });
    unit.audit({ action: 'person.updated', subjectId: row.id });
  }

  /** Looks for a typed tutor among the persons of the centre, and those of the same name. */
  async recogniseTutor(
    tx: Tx,
    typed: TypedTutor,
    employer: EmployerTraits,
  ): Promise<TutorMatch<KnownTutor & { readonly id: string; readonly row: PersonRow }>> {
    const known = await this.findAlike(tx, { ...typed, birthDate: null });
    const tutored = await tx.employment.findMany({
      where: { tutorId: { in: known.map(({ row }) => row.id) } },
      select: { tutorId: true, employerName: true, siret: true },
      orderBy: { createdAt: 'desc' },
    });
    const persons = known.map((person) => ({
      ...person,
      id: person.row.id,
      tutoring: tutored.filter(({ tutorId }) => tutorId === person.row.id),
    }));
    return recogniseTutor(typed, employer, persons);
  }

  /**
   * The tutor chosen, made when new; a mail already known is that person, and the same names with
   * another mail are whom somebody said. @returns the person's id
   */
  async resolveTutor(
    unit: UnitOfWork,
    actor: Actor,
    choice: TutorChoice,
    employer: EmployerTraits,
    prefix: string,
  ): Promise<string> {
    if (choice.kind === 'known') {
      const row = await unit.tx.person.findFirst({ where: { id: choice.personId } });
      return found(row, 'Ce tuteur').id;
    }
    const match = await this.recogniseTutor(unit.tx, choice, employer);
    const settled = settleTutor(match, choice, choice.namesake);
    if (settled.kind === 'refused')
      throw invalid([{ pointer: `${prefix}/${settled.field}`, message: settled.message }]);
    if (settled.kind === 'known') {
      const { id } = settled.person;
      if (settled.takesMail) await this.giveMail(unit, id, choice.email);
      return id;
    }
    const { kind: _, namesake: __, ...typed } = choice;
    return this.create(unit, actor, { ...blankPerson, ...typed }, { prefix, isNamesake: true });
  }

  private async giveMail(unit: UnitOfWork, id: string, email: string): Promise<void> {
    await unit.tx.person.update({
      where: unit.key(id),
      data: { email, revision: { increment: 1 } },
    });
    unit.audit({ action: 'person.updated', subjectId: id });
  }

  /** Opens or moves the logins that follow from what these persons are in the centre. */
  syncAccess(unit: UnitOfWork, actor: Actor, personIds: readonly string[]): Promise<void> {
    return this.access.sync(unit, actor, personIds);
  }
}

const blankPerson = {
  otherGivenNames: '',
  usageName: null,
  birthDate: null,
  sex: null,
  birthPlaceCode: null,
  birthCountryCode: null,
  phone: null,
} as const;

const alreadyKnown = (match: PersonMatch<Known>): DomainError =>
  new DomainError(
    'already_exists',
    match.outcome === 'same'
      ? `${match.reasons[0]?.facts ?? ''} Inscrivez cette personne plutôt que d’en créer une autre.`
      : (match.reasons[0]?.facts ?? ''),
    { current: { outcome: match.outcome, personId: match.person?.row.id ?? null } },
  );
