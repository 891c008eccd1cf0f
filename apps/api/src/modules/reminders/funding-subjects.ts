import {
  accessRoutes,
  citeInWords,
  type FundingStanding,
  formatDay,
  formatSpokenName,
  hasFundingPaper,
  type PlainDate,
  readFunding,
  withDe,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import {
  type FundedEnrolment,
  fundingFacts,
  withFunding,
} from '../funding-requests/view-funding.ts';
import type { Contact, ReminderSubject } from './reminder-subjects.ts';

/** The papers that the OPCO waits for, then the answer that is waited for from it (DOMAIN 7, 13). */
export async function loadFundingSubjects(
  tx: Tx,
  today: PlainDate,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const enrolments = await tx.enrolment.findMany({
    where: { state: 'active', route: { in: accessRoutes.filter(hasFundingPaper) } },
    include: withFunding,
  });
  return enrolments.flatMap((enrolment): ReminderSubject[] => {
    const standing = readFunding(fundingFacts(enrolment), today);
    if (!standing?.reminder) return [];
    const learner = formatSpokenName(enrolment.person);
    return [
      {
        ...tellDue(enrolment, standing),
        kind: standing.reminder.kind,
        dueOn: standing.reminder.from,
        settledOn: null,
        paragraphs: [
          `${learner} : ${standing.sentence}`,
          `Source : ${citeInWords(standing.source)}.`,
        ],
        action: { label: 'Ouvrir le dossier', path: `/apprenants/${enrolment.id}` },
        contacts: { coordinator: office },
      },
    ];
  });
}

/** Its title, and whether it is about the course or about what was sent for it. */
function tellDue({ id, person, fundingRequests }: FundedEnrolment, standing: FundingStanding) {
  const learner = formatSpokenName(person);
  const { paper, dueOn, reminder } = standing;
  if (reminder?.kind === 'opco_silence')
    return {
      subjectId: fundingRequests.at(-1)?.id ?? id,
      title: `Réponse de l’OPCO pour ${learner}`,
    };
  const limit = dueOn ? ` : au plus tard le ${formatDay(dueOn)}` : '';
  return { subjectId: id, title: `${paper} ${withDe(learner)}${limit}` };
}
