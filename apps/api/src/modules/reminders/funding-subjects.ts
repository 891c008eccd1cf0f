import {
  citeInWords,
  type FundingStanding,
  formatDay,
  formatSpokenName,
  type PlainDate,
  readFunding,
  withDe,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
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
    where: { state: 'active', route: { in: ['professional_contract', 'reconversion_period'] } },
    include: withFunding,
  });
  return enrolments.flatMap((enrolment): ReminderSubject[] => {
    const standing = readFunding(fundingFacts(enrolment), today);
    const due = standing && findDue(enrolment, standing);
    if (!due) return [];
    const learner = formatSpokenName(enrolment.person);
    return [
      {
        ...due,
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

type Due = Pick<ReminderSubject, 'kind' | 'subjectId' | 'dueOn' | 'title'>;

/** What falls due, on the day from which the catalogue counts; `null` when nothing does. */
function findDue(
  { id, route, person, fundingRequests }: FundedEnrolment,
  { state, countedFrom, dueOn, paper }: FundingStanding,
): Due | null {
  const learner = formatSpokenName(person);
  const isContract = route === 'professional_contract';
  if (state === 'to_send' && countedFrom && dueOn)
    return {
      kind: isContract ? 'contract_to_opco' : 'reconversion_to_opco',
      subjectId: id,
      dueOn: isContract ? countedFrom : dueOn,
      title: `${paper} ${withDe(learner)} : au plus tard le ${formatDay(dueOn)}`,
    };
  const request = fundingRequests.at(-1);
  if (!request || request.answer !== null) return null;
  return {
    kind: 'opco_silence',
    subjectId: request.id,
    dueOn: toDay(request.sentOn),
    title: `Réponse de l’OPCO pour ${learner}`,
  };
}
