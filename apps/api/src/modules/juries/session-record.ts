import { frameworkContent, isAllowed } from '@jalon/contract';
import {
  type AskingSession,
  type DecisionAuthor,
  decidesRectification,
  type Framework,
  formatName,
  heldVerdicts,
  isDeciding,
  type JuryCandidate,
  type JuryMember,
  overallResult,
  type Seat,
  type SessionConflict,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { type JuryVerdict, readVerdicts } from '../facts/jury-verdicts.ts';
import { type Author, readAuthors } from './decision-authors.queries.ts';
import { scope } from './jury-scope.ts';
import { type MemberConflict, readConflicts } from './session-conflicts.ts';

const parts = {
  frameworkVersion: true,
  members: {
    include: {
      person: {
        include: {
          memberships: {
            where: {
              role: { in: ['coordinator', 'trainer', 'director', 'certifier', 'jury_member'] },
            },
            select: { role: true, endedAt: true },
          },
        },
      },
    },
    orderBy: { createdAt: 'asc' },
  },
  candidates: {
    include: { enrolment: { include: { person: true, cohort: true } } },
    orderBy: { position: 'asc' },
  },
  conflicts: true,
  resits: true,
  minutesDocument: { select: { id: true, fileName: true } },
  minutes: {
    select: {
      id: true,
      number: true,
      contentSha256: true,
      signatures: true,
      _count: { select: { rectified: true } },
    },
    orderBy: { number: 'asc' },
  },
  decisions: { where: { supersededById: null } },
} as const satisfies Prisma.JurySessionInclude;

type SessionRow = Prisma.JurySessionGetPayload<{ include: typeof parts }>;
export type DecisionRow = SessionRow['decisions'][number];

/** A candidate in a session: what is held already, what this session decides. */
export interface SessionCandidate extends JuryCandidate {
  readonly kind: SessionRow['candidates'][number]['kind'];
  readonly cohort: { readonly id: string; readonly name: string };
  readonly route: SessionRow['candidates'][number]['enrolment']['route'];
  readonly held: readonly JuryVerdict[];
  readonly decisions: readonly DecisionRow[];
}

/** A session with all that its rules look at. */
export interface SessionRecord {
  readonly row: SessionRow;
  readonly framework: Framework;
  readonly heldOn: string;
  readonly candidates: readonly SessionCandidate[];
  readonly conflicts: readonly MemberConflict[];
  /** Who wrote decisions down as members, by login. */
  readonly authors: ReadonlyMap<string, Author>;
}

/** The session, if the actor may see it. @throws not_found */
export async function loadSession(tx: Tx, actor: Actor, id: string): Promise<SessionRecord> {
  const row = found(
    await tx.jurySession.findFirst({ where: { id, ...scope(actor) }, include: parts }),
    'Cette session de jury',
  );
  const framework = frameworkContent.parse(row.frameworkVersion.content);
  const query = queryIn(tx);
  const enrolmentIds = row.candidates.map(({ enrolmentId }) => enrolmentId);
  const verdicts = await readVerdicts(query, enrolmentIds);
  const heldOn = toDay(row.heldOn);
  const candidates = row.candidates.map((candidate) =>
    toCandidate(row, framework, heldOn, candidate, verdicts.get(candidate.enrolmentId) ?? []),
  );
  const conflicts = await readConflicts(query, row, candidates);
  const authors = await readAuthors(tx, row.decisions);
  return { row, framework, heldOn, candidates, conflicts, authors };
}

/** The minutes of a session, as the rules of their order take them. */
export const seriesOf = ({ row }: SessionRecord) =>
  row.minutes.map((minutes) => ({ ...minutes, isInForce: minutes._count.rectified > 0 }));

/** The session, as it asks what was decided before it. */
export const askingSession = ({ row, heldOn }: SessionRecord): AskingSession => ({
  id: row.id,
  heldOn,
});

/** Holds the session for this transaction: decisions and the closing come one after the other. */
export async function lockSession(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select id from jury_session where id = ${id}::uuid for update`;
}

function toCandidate(
  row: SessionRow,
  framework: Framework,
  heldOn: string,
  candidate: SessionRow['candidates'][number],
  verdicts: readonly JuryVerdict[],
): SessionCandidate {
  const { enrolmentId, enrolment, kind } = candidate;
  const earlier = verdicts.filter(
    ({ jurySessionId, closedAt }) =>
      jurySessionId !== row.id && (row.closedAt === null || closedAt < row.closedAt),
  );
  const held = heldVerdicts(framework, earlier, heldOn);
  const registered = row.resits.filter((resit) => resit.enrolmentId === enrolmentId);
  return {
    id: enrolmentId,
    name: formatName(enrolment.person),
    leftOn: enrolment.state === 'withdrawn' ? toDayOrNull(enrolment.endsOn) : null,
    kind,
    cohort: { id: enrolment.cohort.id, name: enrolment.cohort.name },
    route: enrolment.route,
    held,
    heldBlockCodes: held.map(({ blockCode }) => blockCode),
    presentedBlockCodes:
      registered.length > 0 ? registered.map(({ blockCode }) => blockCode) : null,
    decisions: row.decisions.filter((decision) => decision.enrolmentId === enrolmentId),
  };
}

/** The blocks that this session decides for a candidate, in the framework's order. */
export const presentedBlocks = (framework: Framework, candidate: JuryCandidate) =>
  framework.blocks.filter(
    ({ code }) =>
      !candidate.heldBlockCodes.includes(code) &&
      (candidate.presentedBlockCodes?.includes(code) ?? true),
  );

/** The candidate's overall result; `null` while a block of this session has no decision. */
export function resultOf(framework: Framework, candidate: SessionCandidate) {
  const decided = new Set(candidate.decisions.map(({ blockCode }) => blockCode));
  const isOpen = presentedBlocks(framework, candidate).some(({ code }) => !decided.has(code));
  if (isOpen) return null;
  return overallResult(
    framework.blocks.map(({ code }) => code),
    [...candidate.held, ...candidate.decisions],
  );
}

/** Someone at work for the centre or the certifier is not from outside (W34). */
export const isInternalByRole = ({ person }: SessionRow['members'][number]): boolean =>
  person.memberships.some(({ role, endedAt }) => role !== 'jury_member' && endedAt === null);

/** Their access to the jury was taken away: nobody enters the room by it. */
export function isAccessEnded({ person }: SessionRow['members'][number]): boolean {
  const accesses = person.memberships.filter(({ role }) => role === 'jury_member');
  return accesses.length > 0 && accesses.every(({ endedAt }) => endedAt !== null);
}

/** Members as the rules of composition want them: an alternate sits, and votes only in a seat. */
export const toJuryMembers = (row: SessionRow): readonly JuryMember[] =>
  row.members
    .filter((member) => !member.isAlternate || member.isPresent !== false)
    .map((member) => ({
      id: member.id,
      name: formatName(member.person),
      college: member.college,
      isChair: member.isChair,
      isPresent: member.isPresent,
      isVoting: !member.isAlternate,
      isInternal: member.isInternal || isInternalByRole(member),
    }));

/** In what quality this login writes decisions down in the session. */
export function seatOf({ row }: SessionRecord, actor: Actor): Seat {
  const member = row.members.find(({ personId }) => personId === actor.personId);
  if (!member) return isAllowed(actor.roles, 'jury:prepare') ? 'office' : 'none';
  return seatOfMember(member);
}

function seatOfMember({ isPresent, isAlternate }: SessionRow['members'][number]): Seat {
  if (isPresent === null) return 'unmarked';
  if (!isPresent) return 'absent';
  return isAlternate ? 'alternate' : 'sitting';
}

/** The member who wrote a decision down, as they sit now; `null` for the office's entry. */
export function authorOf(record: SessionRecord, decision: DecisionRow): DecisionAuthor | null {
  if (decision.origin === 'office') return null;
  const { name, personIds } = found(
    record.authors.get(decision.decidedByUserId),
    'L’auteur de cette décision',
  );
  const member = record.row.members.find(({ personId }) => personIds.includes(personId));
  return {
    name,
    seat: member ? seatOfMember(member) : 'none',
    isTied: member ? isTiedTo(record, member.personId, decision.enrolmentId) : false,
  };
}

/** How many decisions in force this member has written down. */
export const countDecidedBy = ({ row, authors }: SessionRecord, personId: string): number =>
  row.decisions.filter(
    ({ origin, decidedByUserId }) =>
      origin === 'member' && authors.get(decidedByUserId)?.personIds.includes(personId),
  ).length;

/** How many members may vote for a candidate: those who sit and have not stood aside. */
export function countVotersFor(record: SessionRecord, candidateId: string): number {
  const tied = bindingConflicts(record).filter((one) => one.candidateId === candidateId);
  return toJuryMembers(record.row)
    .filter(isDeciding)
    .filter(({ id }) => !tied.some(({ memberId }) => memberId === id)).length;
}

/** Conflicts that bind: certain ones, and those for which the member has stood aside. */
export const bindingConflicts = (record: SessionRecord): readonly SessionConflict[] =>
  record.conflicts
    .filter(({ certainty, isRecused }) => certainty === 'certain' || isRecused)
    .map(({ memberId, candidateId, kind, isRecused }) => ({
      memberId,
      candidateId,
      kind,
      isRecused,
    }));

/** Whether this person sits in the session and is tied to the candidate. */
export function isTiedTo(record: SessionRecord, personId: string, candidateId: string): boolean {
  const member = record.row.members.find((one) => one.personId === personId);
  if (!member) return false;
  return bindingConflicts(record).some(
    (conflict) => conflict.memberId === member.id && conflict.candidateId === candidateId,
  );
}

/** The members who decide under rectifying minutes that are drawn up now. */
export function listDeciding(
  record: SessionRecord,
  corrections: readonly { readonly enrolmentId: string }[],
): SessionRow['members'] {
  const tied = new Set(
    bindingConflicts(record)
      .filter(({ candidateId }) => corrections.some((one) => one.enrolmentId === candidateId))
      .map(({ memberId }) => memberId),
  );
  return record.row.members.filter(({ id, isPresent, isAlternate }) =>
    decidesRectification({ isPresent, isAlternate, isTied: tied.has(id) }),
  );
}
