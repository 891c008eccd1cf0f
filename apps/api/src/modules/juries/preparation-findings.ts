import { isAllowed } from '@jalon/contract';
import {
  checkPreparation,
  type Finding,
  formatName,
  type OtherSession,
  type PresentedCohort,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';
import { taughtNow } from './cohort-juries.ts';
import type { SessionRecord } from './session-record.ts';

/** What the office should know of a session before it closes; a member is told nothing of it. */
export async function listPreparation(
  tx: Tx,
  actor: Actor,
  record: SessionRecord,
): Promise<readonly Finding[]> {
  const { state } = record.row;
  if (state === 'closed' || !isAllowed(actor.roles, 'jury:prepare')) return [];
  return checkPreparation({
    state,
    heldOn: record.heldOn,
    candidates: record.candidates.map(({ id, name, presentedBlockCodes }) => ({
      id,
      name,
      presentedBlockCodes,
    })),
    cohorts: state === 'prepared' ? await readCohorts(tx, record) : [],
    others: await readOthers(tx, record),
    chair: record.row.members.find(({ isChair }) => isChair)?.college ?? null,
    previous: state === 'prepared' ? await readPrevious(tx, record) : null,
  });
}

/** Sessions not closed before which candidates of this one come too. */
async function readOthers(tx: Tx, { row, candidates }: SessionRecord): Promise<OtherSession[]> {
  const shared = { enrolmentId: { in: candidates.map(({ id }) => id) } };
  const sessions = await tx.jurySession.findMany({
    where: { id: { not: row.id }, state: { not: 'closed' }, candidates: { some: shared } },
    include: { candidates: { where: shared }, resits: { where: shared } },
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
  });
  return sessions.map((session) => ({
    heldOn: toDay(session.heldOn),
    place: session.place,
    candidates: session.candidates.map(({ enrolmentId }) => {
      const resits = session.resits.filter((one) => one.enrolmentId === enrolmentId);
      return {
        id: enrolmentId,
        name: candidates.find(({ id }) => id === enrolmentId)?.name ?? '',
        presentedBlockCodes: resits.length > 0 ? resits.map(({ blockCode }) => blockCode) : null,
      };
    }),
  }));
}

/** The last session of the same certification that was closed by the day of this one. */
async function readPrevious(tx: Tx, { row, framework, heldOn }: SessionRecord) {
  if (framework.certification === null) return null;
  const { name } = framework.certification;
  const session = await tx.jurySession.findFirst({
    where: {
      id: { not: row.id },
      state: 'closed',
      heldOn: { lte: fromDay(heldOn) },
      frameworkVersion: { content: { path: ['certification', 'name'], equals: name } },
      members: { some: { isChair: true } },
    },
    include: { members: { where: { isChair: true }, take: 1 } },
    orderBy: [{ heldOn: 'desc' }, { closedAt: 'desc' }],
  });
  const [chair] = session?.members ?? [];
  return session && chair ? { heldOn: toDay(session.heldOn), chair: chair.college } : null;
}

/** The cohorts in training whose learners come before the session for the first time. */
async function readCohorts(tx: Tx, record: SessionRecord): Promise<PresentedCohort[]> {
  const coming = record.candidates.filter(({ kind }) => kind === 'training');
  const ids = [...new Set(coming.map(({ cohort }) => cohort.id))];
  if (ids.length === 0) return [];
  const cohorts = await tx.cohort.findMany({
    where: { id: { in: ids }, state: { not: 'completed' } },
    include: {
      slots: {
        where: { cancelledAt: null },
        select: { heldOn: true },
        orderBy: { heldOn: 'desc' },
        take: 1,
      },
      _count: { select: { enrolments: { where: taughtNow } } },
    },
    orderBy: { name: 'asc' },
  });
  const leftOut = await readLeftOut(tx, record, ids);
  return cohorts.map(({ id, name, juryOn, slots, _count }) => ({
    name,
    juryOn: toDayOrNull(juryOn),
    lastDay: toDayOrNull(slots[0]?.heldOn ?? null),
    learners: _count.enrolments,
    candidates: coming.filter(({ cohort }) => cohort.id === id).length,
    leftOut: leftOut.filter(({ cohortId }) => cohortId === id).map(({ learner }) => learner),
  }));
}

/** Who has entered these cohorts, still has a block to acquire, and comes before no session. */
async function readLeftOut(tx: Tx, record: SessionRecord, cohortIds: readonly string[]) {
  const rows = await tx.enrolment.findMany({
    where: {
      ...taughtNow,
      cohortId: { in: [...cohortIds] },
      startsOn: { lte: fromDay(record.heldOn) },
      juryCandidates: { none: { jurySession: { state: { not: 'closed' } } } },
    },
    include: { person: true },
  });
  const facts = await loadBlockFacts(
    queryIn(tx),
    rows.map(({ id }) => id),
  );
  return (
    rows
      // Whoever was judged once has acquired everything, or is on the list of re-sits.
      .filter(({ id }) => facts.get(id)?.verdicts.length === 0)
      .map(({ cohortId, person }) => ({ cohortId, learner: formatName(person) }))
      .toSorted((one, other) => one.learner.localeCompare(other.learner, 'fr'))
  );
}
