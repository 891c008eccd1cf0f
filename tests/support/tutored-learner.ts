import type { Database } from '@jalon/api';
import { describeMatchKey } from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Centre } from './centre-builder.ts';

/** A cohort on a published framework, straight in the database. */
export async function addCohort(
  db: Database,
  centre: Centre,
  more: { name?: string; frameworkVersionId?: string; juryOn?: string } = {},
): Promise<string> {
  const id = uuidv7();
  const frameworkVersionId = more.frameworkVersionId ?? (await centre.addFramework()).id;
  await db.system.cohort.create({
    data: {
      centreId: centre.id,
      id,
      name: more.name ?? `Cohorte ${id.slice(-6)}`,
      frameworkVersionId,
      siteId: centre.siteId,
      startsOn: new Date('2026-09-07'),
      weekdays: [1, 2],
      minutesPerDay: 420,
      closedMonths: [7, 8],
      capacity: 24,
      state: 'running',
      juryOn: more.juryOn ? new Date(more.juryOn) : null,
    },
  });
  return id;
}

/** A learner at work with a tutor, enrolled in a cohort. */
export interface TutoredLearner {
  readonly enrolmentId: string;
  readonly employmentId: string;
  readonly personId: string;
  readonly name: string;
}

export interface LearnerOptions {
  readonly givenName?: string;
  readonly birthName?: string;
  readonly email?: string;
  readonly tutorId: string | null;
  readonly startsOn?: string;
  readonly hireDate?: string;
  readonly cpamContractSignedOn?: string | null;
  readonly employerName?: string;
  readonly employerEmail?: string | null;
  readonly route?: 'continuing_training' | 'professional_contract' | 'reconversion_period';
}

export async function addTutoredLearner(
  db: Database,
  centre: Centre,
  cohortId: string,
  options: LearnerOptions,
): Promise<TutoredLearner> {
  const { givenName = 'Maxime', birthName = 'Bonnet' } = options;
  const [personId, enrolmentId, employmentId] = [uuidv7(), uuidv7(), uuidv7()];
  const centreId = centre.id;
  await db.system.person.create({
    data: {
      centreId,
      id: personId,
      givenName,
      birthName,
      email: options.email ?? null,
      matchKey: describeMatchKey({ givenName, birthName }),
    },
  });
  await db.system.enrolment.create({
    data: {
      centreId,
      id: enrolmentId,
      personId,
      cohortId,
      profile: 'medical_secretary_certified',
      route: options.route ?? 'continuing_training',
      funder: 'opco_ep',
      startsOn: new Date(options.startsOn ?? '2026-09-07'),
    },
  });
  const signedOn = options.cpamContractSignedOn;
  await db.system.employment.create({
    data: {
      centreId,
      id: employmentId,
      personId,
      employerName: options.employerName ?? 'Cabinet Ferrand',
      employerEmail: options.employerEmail ?? null,
      tutorId: options.tutorId,
      hireDate: new Date(options.hireDate ?? '2026-06-01'),
      cpamContractSignedOn: signedOn ? new Date(signedOn) : null,
    },
  });
  return { enrolmentId, employmentId, personId, name: `${givenName} ${birthName}` };
}
