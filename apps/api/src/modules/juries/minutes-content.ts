import {
  blockRuleSource,
  type ConflictKind,
  citeInWords,
  countNoun,
  type Framework,
  formatDay,
  formatLongDay,
  formatName,
  formatTime,
  type OverallResult,
  overallResult,
  tallyVote,
  tellHours,
  tellKeptSince,
  tellRetention,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import { parisMomentOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import { savedProposal } from './current-proposals.ts';
import { readNames, voteOf } from './describe-decisions.ts';
import { referenceOf } from './describe-minutes.ts';
import { describeComposition } from './describe-session.ts';
import { describeCredentials, routeNames } from './list-facts.ts';
import { collegeNames, describeCertification } from './minutes-words.ts';
import type { SessionCandidate, SessionRecord } from './session-record.ts';

const resultNames: Record<OverallResult, string> = {
  total: 'Certification totale',
  partial: 'Certification partielle',
  refused: 'Refus',
  adjourned: 'Ajourné',
};
const tieNames: Record<ConflictKind, string> = {
  trainer: 'formateur',
  tutor: 'tuteur',
  employer: 'employeur',
  family: 'famille',
  other: 'autre lien',
};
const kindNames = { training: 'formation', resit: 'nouvelle présentation', vae: 'VAE' } as const;

/**
 * The content of the minutes (DOMAIN 4.6), read in the transaction that closes the session: what is
 * corrected elsewhere afterwards changes nothing here.
 */
export async function composeMinutes(tx: Tx, actor: Actor, record: SessionRecord, closedAt: Date) {
  const { row, framework, heldOn } = record;
  const facts = await loadBlockFacts(
    queryIn(tx),
    record.candidates.map(({ id }) => id),
  );
  const centre = found(await tx.centre.findFirst({}), 'Ce centre');
  const people = await tx.enrolment.findMany({
    where: { id: { in: [...facts.keys()] } },
    select: {
      id: true,
      person: { select: { birthDate: true } },
      cohort: { select: { site: { select: { name: true } } } },
    },
  });
  const birthDates = new Map(people.map(({ id, person }) => [id, person.birthDate]));
  const names = await readNames(
    tx,
    row.decisions.map(({ decidedByUserId }) => decidedByUserId),
  );
  const candidates = record.candidates.map((candidate) => ({
    ...describeCandidate(record, candidate, found(facts.get(candidate.id), 'Ce candidat'), names),
    birthDate: formatBirth(birthDates.get(candidate.id) ?? null),
  }));
  return {
    reference: referenceOf(record),
    closedAt: closedAt.toISOString(),
    certification: describeCertification(framework),
    centre: {
      name: centre.name,
      sites: [...new Set(people.map(({ cohort }) => cohort.site.name))].sort(),
    },
    session: {
      day: formatLongDay(heldOn),
      mode: row.remote ? 'à distance' : 'en présence',
      place: row.place,
      openedAt: row.openedAt ? formatInstant(row.openedAt, heldOn) : '',
      closedAt: formatInstant(closedAt, heldOn),
      closedBy: actor.name,
    },
    members: row.members.map(({ id, person, college, isChair, isAlternate, isPresent }) => ({
      memberId: id,
      name: formatName(person),
      college: collegeNames[college],
      isChair,
      isAlternate,
      isPresent: isPresent === true,
    })),
    composition: describeComposition(record).reasons.map(({ facts, source }) => ({
      facts,
      source: citeInWords(source),
    })),
    recusals: row.conflicts.map(({ memberId, enrolmentId, kind, note }) => ({
      member: nameOfMember(record, memberId),
      candidate: record.candidates.find(({ id }) => id === enrolmentId)?.name ?? '',
      tie: note ? `${tieNames[kind]} (${note})` : tieNames[kind],
    })),
    blocks: framework.blocks.map((block) => ({
      code: block.code,
      name: block.name,
      rule: describeRule(block),
      source: citeInWords(blockRuleSource(framework, block)),
    })),
    candidates,
    totals: countResults(candidates),
    retention: tellRetention(framework.blockRetentionMonths),
    incidents: row.incidents,
  };
}

const nameOfMember = ({ row }: SessionRecord, memberId: string): string => {
  const member = row.members.find(({ id }) => id === memberId);
  return member ? formatName(member.person) : '';
};

const formatBirth = (date: Date | null): string | null => (date ? formatDay(toDay(date)) : null);

function describeRule(block: Framework['blocks'][number]): string {
  const mandatory = block.assessments
    .filter((assessment) => assessment.mandatory)
    .map(({ title, code }) => title || code);
  const count = `${countNoun(block.requiredAssessments, 'épreuve')} sur ${block.assessments.length}`;
  const must = mandatory.length > 0 ? `, dont « ${mandatory.join(' », « ')} »` : '';
  return `${count}${must}, et appréciation favorable du tuteur`;
}

function describeCandidate(
  record: SessionRecord,
  candidate: SessionCandidate,
  facts: EnrolmentFacts,
  names: ReadonlyMap<string, string>,
) {
  const { total } = facts.hours;
  const result = overallResult(
    record.framework.blocks.map(({ code }) => code),
    [...candidate.held, ...candidate.decisions],
  );
  return {
    name: candidate.name,
    cohort: candidate.cohort.name,
    route: routeNames[candidate.route],
    kind: kindNames[candidate.kind],
    hours: tellHours(total),
    credentials: describeCredentials(facts, record.heldOn),
    result,
    resultName: resultNames[result],
    blocks: record.framework.blocks.map((block) => describeBlock(candidate, block, names)),
  };
}

function describeBlock(
  candidate: SessionCandidate,
  { code, name, shortName }: Framework['blocks'][number],
  names: ReadonlyMap<string, string>,
) {
  const block = { code, name, shortName };
  const held = candidate.held.find(({ blockCode }) => blockCode === code);
  if (held) return { ...block, status: 'held' as const, heldOn: tellKeptSince(held) };
  const decision = candidate.decisions.find(({ blockCode }) => blockCode === code);
  if (!decision) return { ...block, status: 'not_presented' as const };
  const { reasons } = savedProposal(decision);
  const vote = voteOf(decision);
  return {
    ...block,
    status: 'decided' as const,
    decision: decision.decision,
    proposal: decision.proposal,
    reasons: reasons.map(({ facts, met, source }) => ({ facts, met, source })),
    motive: decision.motive,
    recommendation: decision.recommendation,
    decidedBy: names.get(decision.decidedByUserId) ?? '',
    origin: decision.origin,
    vote: vote ? (tallyVote(vote).reasons[0]?.facts ?? null) : null,
  };
}

const countResults = (candidates: readonly { readonly result: OverallResult }[]) =>
  (['total', 'partial', 'refused', 'adjourned'] as const).map((result) => ({
    name: resultNames[result],
    result,
    count: candidates.filter((candidate) => candidate.result === result).length,
  }));

/** « 9 h 05 », and the day when it is not that of the session. */
function formatInstant(instant: Date, heldOn: string): string {
  const { day, minute } = parisMomentOf(instant);
  const time = formatTime(minute);
  return day === heldOn ? time : `${time}, le ${formatDay(day)}`;
}
