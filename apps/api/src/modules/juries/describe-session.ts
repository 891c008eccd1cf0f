import { isAllowed, type Output } from '@jalon/contract';
import {
  checkClosing,
  checkComposition,
  checkExternalShare,
  checkOpening,
  expectMembers,
  formatName,
  juryRulesOf,
  type OpeningInput,
  type PlainDate,
  type SessionComer,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import {
  type CurrentProposals,
  loadCurrentProposals,
  toBlockDecisions,
} from './current-proposals.ts';
import { describeMinutes, readWriters } from './describe-minutes.ts';
import { describeRectifications } from './describe-rectification.ts';
import { listPreparation } from './preparation-findings.ts';
import {
  bindingConflicts,
  countDecidedBy,
  isAccessEnded,
  isInternalByRole,
  loadSession,
  presentedBlocks,
  resultOf,
  type SessionCandidate,
  type SessionRecord,
  toJuryMembers,
} from './session-record.ts';

type Session = Output<'GET /juries/:juryId'>;

/** What keeps the session from closing, and warnings. */
export const listClosingFindings = (record: SessionRecord, proposals: CurrentProposals) =>
  checkClosing({
    session: { state: record.row.state },
    members: toJuryMembers(record.row),
    candidates: record.candidates,
    blocks: record.framework.blocks,
    decisions: toBlockDecisions(record, proposals),
    conflicts: bindingConflicts(record),
    rules: juryRulesOf(record.framework),
  });

/** What the rule of the opening looks at. */
export const toOpeningInput = (record: SessionRecord, today: PlainDate): OpeningInput => ({
  state: record.row.state,
  heldOn: record.heldOn,
  today,
  candidates: listComers(record),
  members: record.row.members.map(({ id, person, isPresent }) => ({
    id,
    name: formatName(person),
    isPresent,
  })),
});

/** Who is judged, with the day on which their course began. */
export const listComers = ({ row }: SessionRecord): SessionComer[] =>
  row.candidates.map(({ enrolment }) => ({
    name: formatName(enrolment.person),
    startsOn: toDay(enrolment.startsOn),
  }));

type Head = Pick<SessionRecord, 'framework' | 'heldOn'> & {
  readonly row: Pick<
    SessionRecord['row'],
    'id' | 'place' | 'remote' | 'state' | 'frameworkVersionId'
  >;
};

/** Which session it is: its day, its place, its framework. */
export const describeHeader = ({ row, framework, heldOn }: Head) => ({
  id: row.id,
  heldOn,
  place: row.place,
  remote: row.remote,
  state: row.state,
  framework: {
    id: row.frameworkVersionId,
    title: framework.title,
    rncp: framework.certification?.rncp ?? null,
  },
});

export function describeMembers(record: SessionRecord, actor: Actor): Session['members'] {
  const seesAddresses = isAllowed(actor.roles, 'jury:prepare');
  return record.row.members.map((member) => ({
    id: member.id,
    personId: member.personId,
    name: formatName(member.person),
    email: seesAddresses ? member.person.email : null,
    college: member.college,
    isChair: member.isChair,
    isAlternate: member.isAlternate,
    isPresent: member.isPresent,
    invitedAt: member.invitedAt?.toISOString() ?? null,
    isInternal: member.isInternal || isInternalByRole(member),
    isInternalByRole: isInternalByRole(member),
    isAccessEnded: isAccessEnded(member),
    decidedCount: countDecidedBy(record, member.personId),
  }));
}

/** Whether the jury may decide, and why. */
export function describeComposition({ row, framework }: SessionRecord): Session['composition'] {
  const members = toJuryMembers(row);
  const isToCome = row.state === 'prepared';
  const { outcome, reasons } = checkComposition(members, {
    isToCome,
    rules: juryRulesOf(framework),
  });
  const share = checkExternalShare(isToCome ? expectMembers(members) : members);
  return { outcome, reasons: [...reasons, share] };
}

/** A session as its page shows it, if the actor may see it. @throws not_found */
export async function readSession(
  tx: Tx,
  actor: Actor,
  id: string,
  today: PlainDate,
): Promise<Session> {
  return showSession(tx, actor, await loadSession(tx, actor, id), today);
}

/** A session that was loaded already, as its page shows it. */
export async function showSession(
  tx: Tx,
  actor: Actor,
  record: SessionRecord,
  today: PlainDate,
): Promise<Session> {
  const proposals = await loadCurrentProposals(tx, record);
  const writers = await readWriters(tx, record);
  return {
    ...describeSession(record, proposals, actor, today),
    preparation: [...(await listPreparation(tx, actor, record))],
    minutes: describeMinutes(record, actor, 1, writers),
    rectifications: await describeRectifications(tx, record, { actor, today, writers }),
  };
}

function describeSession(
  record: SessionRecord,
  proposals: CurrentProposals,
  actor: Actor,
  today: PlainDate,
): Omit<Session, 'minutes' | 'rectifications' | 'preparation'> {
  const { row } = record;
  return {
    ...describeHeader(record),
    revision: row.revision,
    incidents: row.incidents,
    openedAt: row.openedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    members: describeMembers(record, actor),
    candidates: record.candidates.map((candidate) => describeCandidate(record, candidate)),
    composition: describeComposition(record),
    conflicts: describeConflicts(record),
    opening: row.state === 'prepared' ? [...checkOpening(toOpeningInput(record, today))] : [],
    closing: row.state === 'open' ? [...listClosingFindings(record, proposals)] : [],
  };
}

function describeCandidate(record: SessionRecord, candidate: SessionCandidate) {
  return {
    enrolmentId: candidate.id,
    name: candidate.name,
    cohort: candidate.cohort,
    kind: candidate.kind,
    presentedBlockCodes: presentedBlocks(record.framework, candidate).map(({ code }) => code),
    heldBlockCodes: [...candidate.heldBlockCodes],
    decidedCount: candidate.decisions.length,
    result: resultOf(record.framework, candidate),
  };
}

function describeConflicts(record: SessionRecord): Session['conflicts'] {
  const names = new Map(record.candidates.map(({ id, name }) => [id, name]));
  const members = new Map(record.row.members.map(({ id, person }) => [id, formatName(person)]));
  return record.conflicts.map((conflict) => ({
    id: conflict.id,
    memberId: conflict.memberId,
    memberName: members.get(conflict.memberId) ?? '',
    enrolmentId: conflict.candidateId,
    candidateName: names.get(conflict.candidateId) ?? '',
    kind: conflict.kind,
    certainty: conflict.certainty,
    origin: conflict.origin,
    isRecused: conflict.isRecused,
    facts: conflict.facts,
  }));
}
