import type { Input } from '@jalon/contract';
import {
  checkContractDuration,
  checkEmployment,
  checkTutorLoad,
  checkTutorVolunteer,
  checkVolunteerDay,
  contractOf,
  type Finding,
  formatDay,
  isSameEmployer,
  type Reason,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import type { Prisma, Tx, UnitOfWork } from '../../db/database.ts';
import { fromDay, fromDayOrNull, toDay, toDayOrNull } from '../../db/days.ts';
import { DomainError } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { PersonRegistry } from '../people/person-registry.ts';
import { tutoredOn } from './current-tutoring.ts';
import { beginFirstTurns, namedBy, noteVolunteer } from './tutor-turns.ts';

export type EmploymentFields = Input<'POST /people/:personId/employments'>['body'];

/** Writes employments and their tutors. */
@Injectable()
export class EmploymentWriter {
  constructor(
    private readonly registry: PersonRegistry,
    private readonly clock: Clock,
  ) {}

  /** @returns the employment's id and what to watch about its tutor */
  async create(
    unit: UnitOfWork,
    actor: Actor,
    personId: string,
    fields: EmploymentFields,
    prefix = '',
  ): Promise<{ id: string; warnings: readonly Finding[] }> {
    await refuseTwin(unit.tx, personId, fields);
    const { data, tutorId, warnings } = await this.prepare(unit, actor, fields, prefix);
    const id = uuidv7();
    await unit.tx.employment.create({
      data: { centreId: actor.centreId, id, personId, ...data },
    });
    await beginFirstTurns(unit.tx, actor.centreId, [{ id, ...namedBy(data) }]);
    await noteVolunteer(unit.tx, actor.centreId, id, namedBy(data), fields.tutorVolunteeredOn);
    unit.audit({ action: 'employment.created', subjectId: id, data: { personId, tutorId } });
    const watched = await this.watchTutor(unit, actor, tutorId, fields, prefix);
    return { id, warnings: [...warnings, ...watched] };
  }

  /** Checks a form's employment, beside what it was before, and finds or makes its tutor. */
  async prepare(
    unit: UnitOfWork,
    actor: Actor,
    fields: EmploymentFields,
    prefix = '',
    before: EmploymentDays | null = null,
  ) {
    const siret = fields.siret || null;
    const had = before ? daysOf(before) : {};
    const findings = [
      ...checkEmployment({ ...fields, siret }, this.clock.today(), had),
      ...checkContractDuration(contractOf(fields)),
      ...checkVolunteerDay(fields.tutorVolunteeredOn, fields.tutor !== null, this.clock.today()),
    ];
    const warnings = raiseFindings(findings, prefix);
    const { tutor, hireDate, dutyStartOn, cpamContractSignedOn, endsOn, ...others } = fields;
    const { contractStartsOn, tutorVolunteeredOn: _, ...rest } = others;
    const tutorId = tutor
      ? await this.registry.resolveTutor(unit, actor, tutor, { ...rest, siret }, `${prefix}/tutor`)
      : null;
    const data = {
      ...rest,
      siret,
      tutorId,
      hireDate: fromDay(hireDate),
      dutyStartOn: fromDayOrNull(dutyStartOn),
      cpamContractSignedOn: fromDayOrNull(cpamContractSignedOn),
      endsOn: fromDayOrNull(endsOn),
      contractStartsOn: fromDayOrNull(contractStartsOn),
    };
    return { data, tutorId, warnings };
  }

  /** Lets the tutor in, and says what to watch about them. */
  async watchTutor(
    unit: UnitOfWork,
    actor: Actor,
    tutorId: string | null,
    fields: TutorTerms,
    prefix = '',
  ): Promise<readonly Finding[]> {
    if (tutorId === null) return [];
    await this.registry.syncAccess(unit, actor, [tutorId]);
    const followed = (await this.countFollowed(unit.tx, [tutorId])).get(tutorId) ?? 0;
    return judgeTutor(followed, fields).map(({ rule, facts, source }) => ({
      rule,
      severity: 'warning',
      path: `${prefix}${fieldOfRule[rule] ?? '/tutor'}`,
      message: facts,
      source,
    }));
  }

  /** Learners in training that each of these tutors follows today; a VAE is none (W27). */
  async countFollowed(tx: Tx, tutorIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.employment.findMany({
      where: { tutorId: { in: [...tutorIds] }, ...tutoredOn(this.clock.today()) },
      select: { tutorId: true, personId: true },
      distinct: ['tutorId', 'personId'],
    });
    const counts = new Map<string, number>();
    for (const { tutorId } of rows)
      if (tutorId !== null) counts.set(tutorId, (counts.get(tutorId) ?? 0) + 1);
    return counts;
  }
}

/** The same employer hires somebody once on a day: sent twice, it is kept once. */
async function refuseTwin(tx: Tx, personId: string, fields: EmploymentFields): Promise<void> {
  const hiredThen = await tx.employment.findMany({
    where: { personId, hireDate: fromDay(fields.hireDate) },
  });
  const wanted = { employerName: fields.employerName, siret: fields.siret || null };
  const twin = hiredThen.find((one) => isSameEmployer(one, wanted));
  if (!twin) return;
  throw new DomainError(
    'already_exists',
    `« ${twin.employerName} », embauche du ${formatDay(fields.hireDate)}, est déjà au dossier : changez cet emploi plutôt que d’en ajouter un second.`,
    { current: { employmentId: twin.id } },
  );
}

type EmploymentDays = Pick<
  Prisma.EmploymentGetPayload<object>,
  'hireDate' | 'dutyStartOn' | 'cpamContractSignedOn' | 'endsOn' | 'contractStartsOn'
>;

const daysOf = (row: EmploymentDays) => ({
  hireDate: toDay(row.hireDate),
  dutyStartOn: toDayOrNull(row.dutyStartOn),
  cpamContractSignedOn: toDayOrNull(row.cpamContractSignedOn),
  endsOn: toDayOrNull(row.endsOn),
  contractStartsOn: toDayOrNull(row.contractStartsOn),
});

/** The field that a rule about a tutor speaks of, where it is not who they are. */
const fieldOfRule: Readonly<Record<string, string>> = {
  'tutor.minimum-experience': '/tutorExperienceYears',
  'tutor.volunteer': '/tutorVolunteeredOn',
};

/** How a tutor stands to the practice. */
type TutorTerms = Pick<
  EmploymentFields,
  'tutorIsEmployer' | 'tutorExperienceYears' | 'tutorVolunteeredOn'
>;

/**
 * What to watch about a tutor: too many learners, too little experience, or none said, nobody’s word
 * that they volunteer (W27–W29).
 */
export function judgeTutor(learnersFollowed: number, terms: TutorTerms): readonly Reason[] {
  const kind = terms.tutorIsEmployer ? 'employer' : 'employee';
  const yearsExperience = terms.tutorExperienceYears;
  const { reasons } = checkTutorLoad({ kind, learnersFollowed, yearsExperience });
  const volunteer = checkTutorVolunteer({ kind, volunteeredOn: terms.tutorVolunteeredOn });
  return [...reasons, ...(volunteer ? [volunteer] : [])].filter(({ met }) => !met);
}
