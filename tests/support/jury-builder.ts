import type { Database } from '@jalon/api';
import { addYears, type Framework, marksExpected } from '@jalon/domain';
import type { Centre, Member } from './centre-builder.ts';
import { addTutoredLearner } from './tutored-learner.ts';

/** A learner whose file is ready for a jury, except for what the options take away. */
export interface JuryLearner {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly name: string;
}

interface FileOptions {
  readonly name: { readonly givenName: string; readonly birthName: string };
  readonly tutorId?: string | null;
  /** Day of the AFGSU 1; `null` for none. */
  readonly afgsuOn?: string | null;
  /** Codes of épreuves that are failed. */
  readonly failed?: readonly string[];
  /** Blocks without a signed appraisal. */
  readonly unappraised?: readonly string[];
}

/** Épreuves passed, every block appraised by the tutor, an AFGSU: straight in the database. */
export async function addJuryLearner(
  db: Database,
  centre: Centre,
  cohort: { readonly id: string; readonly framework: Framework },
  options: FileOptions,
): Promise<JuryLearner> {
  const learner = await addTutoredLearner(db, centre, cohort.id, {
    ...options.name,
    tutorId: options.tutorId ?? null,
  });
  const own = { centreId: centre.id, enrolmentId: learner.enrolmentId };
  const failed = new Set(options.failed ?? []);
  await db.system.assessmentResult.createMany({
    data: cohort.framework.blocks.flatMap((block) =>
      block.assessments
        .filter(({ credentialCode }) => credentialCode === null)
        .map((assessment) => ({
          ...own,
          blockCode: block.code,
          assessmentCode: assessment.code,
          heldOn: new Date('2026-11-02'),
          marks: Object.fromEntries(
            marksExpected(assessment).map(({ key }) => [key, !failed.has(assessment.code)]),
          ),
          assessorName: 'Claire Morvan',
          recordedByUserId: 'test',
        })),
    ),
  });
  await db.system.appraisal.createMany({
    data: cohort.framework.blocks
      .filter(({ code }) => !(options.unappraised ?? []).includes(code))
      .map((block) => ({
        ...own,
        blockCode: block.code,
        ratings: Object.fromEntries(block.competences.map(({ code }) => [code, 'mastered'])),
        signedAt: new Date('2026-11-09T09:00:00Z'),
        signedOn: new Date('2026-11-09'),
        signerName: 'Dr Hélène Ferrand',
        signedByUserId: 'test',
      })),
  });
  const afgsuOn = options.afgsuOn === undefined ? '2025-03-04' : options.afgsuOn;
  if (afgsuOn) await addAfgsu(db, centre.id, learner.personId, afgsuOn);
  return { ...learner, name: `${options.name.birthName} ${options.name.givenName}` };
}

export async function addAfgsu(
  db: Database,
  centreId: string,
  personId: string,
  obtainedOn: string,
): Promise<void> {
  await db.system.credential.create({
    data: {
      centreId,
      personId,
      code: 'AFGSU1',
      obtainedOn: new Date(obtainedOn),
      expiresOn: new Date(addYears(obtainedOn, 4)),
      issuer: 'CESU 72',
    },
  });
}

/** A jury member who can log in, with the fields the API asks for. */
export const asNewMember = (member: Member, college: 'employer' | 'employee', isChair = false) => {
  const [givenName = '', familyName = ''] = member.name.split(' ');
  return { givenName, familyName, email: member.email, college, isChair };
};
