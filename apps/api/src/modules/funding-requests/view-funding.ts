import type { FundingRequestView, FundingView } from '@jalon/contract';
import {
  checkNewFundingRequest,
  type FundingFacts,
  type FundingRequest,
  type PlainDate,
  readFunding,
} from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { toContractPeriod } from '../enrolments/contract-periods.ts';

export const withFunding = {
  fundingRequests: { orderBy: { createdAt: 'asc' } },
  person: { include: { employments: true } },
} satisfies Prisma.EnrolmentInclude;

export type FundedEnrolment = Prisma.EnrolmentGetPayload<{ include: typeof withFunding }>;
type FundingRow = FundedEnrolment['fundingRequests'][number];

/** What the rules of funding read of an enrolment. */
export const fundingFacts = (row: FundedEnrolment): FundingFacts => ({
  route: row.route,
  startsOn: toDay(row.startsOn),
  contracts: row.person.employments.map(toContractPeriod),
  requests: row.fundingRequests.map(toRequest),
});

const toRequest = ({ sentOn, receivedOn, answer, answeredOn }: FundingRow): FundingRequest => ({
  sentOn: toDay(sentOn),
  receivedOn: toDayOrNull(receivedOn),
  answer,
  answeredOn: toDayOrNull(answeredOn),
});

export const viewRequest = (row: FundingRow): FundingRequestView => ({
  id: row.id,
  reference: row.reference,
  revision: row.revision,
  ...toRequest(row),
});

export function viewFunding(row: FundedEnrolment, today: PlainDate): FundingView {
  const facts = fundingFacts(row);
  return {
    standing: readFunding(facts, today),
    canSend: checkNewFundingRequest(facts.route, facts.requests).length === 0,
    requests: row.fundingRequests.map(viewRequest),
  };
}
