import {
  composeNotice,
  formatDay,
  formatLongDay,
  formatSpokenName,
  type Notice,
  type PlainDate,
} from '@jalon/domain';
import { found } from '../../http/domain-error.ts';
import { savedProposal } from '../juries/current-proposals.ts';
import { referenceOf } from '../juries/describe-minutes.ts';
import type { SessionCandidate, SessionRecord } from '../juries/session-record.ts';

/** What the template draws and the database keeps, as it was told. */
export interface NoticeContent {
  readonly centre: string;
  readonly learner: string;
  readonly training: string;
  readonly cohort: string;
  readonly jury: string;
  readonly reference: string;
  readonly madeOn: string;
  readonly notice: Notice;
}

/** What the candidate would be told on this day. */
export const composeFor = (
  { framework, heldOn }: SessionRecord,
  candidate: SessionCandidate,
  today: PlainDate,
): Notice =>
  composeNotice({
    framework,
    heldOn,
    today,
    held: candidate.held,
    decisions: candidate.decisions.map((row) => ({
      blockCode: row.blockCode,
      decision: row.decision,
      motive: row.motive,
      recommendation: row.recommendation,
      missing: savedProposal(row)
        .reasons.filter(({ met }) => !met)
        .map(({ facts }) => facts),
    })),
  });

/** The whole of the notice, with whom it is written to and in whose name. */
export function composeContent(
  centreName: string,
  record: SessionRecord,
  candidate: SessionCandidate,
  today: PlainDate,
): NoticeContent {
  const { row, framework, heldOn } = record;
  const seat = found(
    row.candidates.find(({ enrolmentId }) => enrolmentId === candidate.id),
    'Ce candidat',
  );
  const last = row.minutes.at(-1)?.number ?? 1;
  return {
    centre: centreName,
    learner: formatSpokenName(seat.enrolment.person),
    training: framework.title,
    cohort: candidate.cohort.name,
    jury: `${formatLongDay(heldOn)}, ${row.remote ? 'à distance' : row.place}`,
    reference: referenceOf(record, last),
    madeOn: formatDay(today),
    notice: composeFor(record, candidate, today),
  };
}
