import {
  formatDay,
  formatLongDay,
  formatSpokenName,
  nextJuryDay,
  type PlainDate,
  withDe,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { endsCourse } from '../facts/standing-certificate.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { type Contact, contactOf, type ReminderSubject } from './reminder-subjects.ts';

const withComingSession = {
  where: { jurySession: { state: { not: 'closed' } } },
  select: { jurySession: { select: { heldOn: true } } },
} as const;

/** Dated credentials of learners in training: their expiry, and their next jury when it comes after. */
export async function loadCredentialSubjects(
  tx: Tx,
  today: PlainDate,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const credentials = await tx.credential.findMany({
    where: { supersededById: null, person: { enrolments: { some: { state: 'active' } } } },
    include: {
      person: {
        include: {
          credentials: { where: { supersededById: null } },
          enrolments: {
            where: { state: 'active' },
            include: {
              cohort: true,
              certificates: { where: endsCourse },
              juryCandidates: withComingSession,
            },
          },
        },
      },
    },
  });
  const frameworks = await loadFrameworks(
    tx,
    credentials.flatMap(({ person }) =>
      person.enrolments.map(({ cohort }) => cohort.frameworkVersionId),
    ),
  );
  return credentials.flatMap((credential): ReminderSubject[] => {
    const { person } = credential;
    const rules = person.enrolments.flatMap(
      ({ cohort }) => frameworks.get(cohort.frameworkVersionId)?.credentials ?? [],
    );
    const name = rules.find(({ code }) => code === credential.code)?.name ?? credential.code;
    const learner = formatSpokenName(person);
    const expiresOn = toDay(credential.expiresOn);
    const renewal = person.credentials.find(
      (other) => other.code === credential.code && other.expiresOn > credential.expiresOn,
    );
    const settledBy = renewal?.obtainedOn ?? certifiedOn(person.enrolments);
    const settledOn = settledBy && toDay(settledBy);
    const [enrolment] = person.enrolments;
    const common = {
      subjectId: credential.id,
      settledOn,
      action: { label: 'Ouvrir le dossier', path: `/apprenants/${enrolment?.id ?? ''}` },
      contacts: {
        learner: contactOf(person, { role: 'learner', path: '/mon-parcours' }),
        coordinator: office,
      },
    };
    const verb = expiresOn <= today ? 'a expiré' : 'expire';
    const ends = `${verb} le ${formatLongDay(expiresOn)}`;
    const refresh = expiresOn <= today ? '' : ' Un recyclage suivi avant cette date la prolonge.';
    const expiry = `L’attestation ${name} ${withDe(learner)} ${ends}.${refresh}`;
    const own = `Votre attestation ${name} ${ends}.${refresh} Demandez-en les dates à votre centre.`;
    const door = { label: 'Voir mon parcours', path: '/mon-parcours' };
    const juries = person.enrolments.flatMap(({ cohort, juryCandidates }) => {
      const juryOn = nextJuryDay({
        sessionDays: juryCandidates.map(({ jurySession }) => toDay(jurySession.heldOn)),
        plannedOn: toDayOrNull(cohort.juryOn),
        today,
      });
      return juryOn !== null && juryOn >= expiresOn ? [juryOn] : [];
    });
    return [
      {
        ...common,
        kind: 'credential_expiry',
        dueOn: expiresOn,
        title: `${name} ${withDe(learner)} ${verb} le ${formatDay(expiresOn)}`,
        paragraphs: [expiry],
        words: {
          learner: {
            title: `Votre ${name} ${verb} le ${formatDay(expiresOn)}`,
            paragraphs: [own],
            action: door,
          },
        },
      },
      ...juries.map(
        (juryOn): ReminderSubject => ({
          ...common,
          kind: 'credential_before_jury',
          dueOn: juryOn,
          title: `${name} ${withDe(learner)} ${verb} avant le jury`,
          paragraphs: [expiry, describeJury(juryOn)],
          words: {
            learner: {
              title: `Votre ${name} ${verb} avant le jury`,
              paragraphs: [own, describeJury(juryOn)],
              action: door,
            },
          },
        }),
      ),
    ];
  });
}

const describeJury = (juryOn: PlainDate): string =>
  `Le jury est prévu le ${formatDay(juryOn)} : sans attestation valable ce jour-là, le certificat attendra une attestation valable.`;

/** The day of the last title, once every training in progress has ended with one. */
function certifiedOn(enrolments: readonly { certificates: readonly { issuedOn: Date }[] }[]) {
  const days = enrolments.map(({ certificates }) => certificates[0]?.issuedOn ?? null);
  return days.every((day) => day !== null) ? (days[0] ?? null) : null;
}
