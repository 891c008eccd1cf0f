import { formatDay, formatLongDay, formatSpokenName, withDe } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { type Contact, contactOf, type ReminderSubject } from './reminder-subjects.ts';

/** Dated credentials of learners in training: their expiry, and a jury that comes after it. */
export async function loadCredentialSubjects(
  tx: Tx,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const credentials = await tx.credential.findMany({
    where: { supersededById: null, person: { enrolments: { some: { state: 'active' } } } },
    include: {
      person: {
        include: {
          credentials: { where: { supersededById: null } },
          enrolments: { where: { state: 'active' }, include: { cohort: true, certificates: true } },
        },
      },
    },
  });
  return credentials.flatMap((credential): ReminderSubject[] => {
    const { person } = credential;
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
      action: { label: 'Voir le parcours', path: `/apprenants/${enrolment?.id ?? ''}` },
      contacts: {
        learner: contactOf(person, { role: 'learner', path: '/mon-parcours' }),
        coordinator: office,
      },
    };
    const expiry = `L’attestation ${credential.code} ${withDe(learner)} est valable jusqu’au ${formatLongDay(expiresOn)} exclu. Une réactualisation suivie avant cette date la prolonge.`;
    const juries = person.enrolments.flatMap(({ cohort }) =>
      cohort.juryOn && toDay(cohort.juryOn) >= expiresOn ? [toDay(cohort.juryOn)] : [],
    );
    return [
      {
        ...common,
        kind: 'credential_expiry',
        dueOn: expiresOn,
        title: `${credential.code} ${withDe(learner)}`,
        paragraphs: [expiry],
      },
      ...juries.map(
        (juryOn): ReminderSubject => ({
          ...common,
          kind: 'credential_before_jury',
          dueOn: juryOn,
          title: `${credential.code} ${withDe(learner)} expire avant le jury`,
          paragraphs: [
            expiry,
            `Le jury est prévu le ${formatDay(juryOn)} : sans attestation valable ce jour-là, le certificat ne peut pas être délivré.`,
          ],
        }),
      ),
    ];
  });
}

/** The day of the last title, once every training in progress has ended with one. */
function certifiedOn(enrolments: readonly { certificates: readonly { issuedOn: Date }[] }[]) {
  const days = enrolments.map(({ certificates }) => certificates[0]?.issuedOn ?? null);
  return days.every((day) => day !== null) ? (days[0] ?? null) : null;
}
