import {
  type AssessedLearner,
  type CandidateDue,
  findBlock,
  listCandidatesDue,
  type PlainDate,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { blockAcquiredOn } from '../assessments/describe-assessments.ts';
import { loadSittingFacts } from '../assessments/load-sitting-facts.ts';
import { readOpenResits } from '../facts/open-resits.ts';

interface Asked {
  readonly cohortId: string;
  readonly frameworkVersionId: string;
  readonly blockCode: string;
  readonly heldOn: PlainDate;
  readonly today: PlainDate;
  /** The event that is prepared: what it plans itself is not planned elsewhere. */
  readonly eventId: string | null;
}

export interface DueCandidate extends CandidateDue {
  readonly cohort: { readonly id: string; readonly name: string };
}

/** Those whose path leads to this evaluation, and those who present the block again, by name. */
export async function listDue(tx: Tx, asked: Asked): Promise<readonly DueCandidate[]> {
  const { cohortId, blockCode, heldOn, today } = asked;
  const onPath = await tx.enrolment.findMany({
    where: {
      state: { not: 'withdrawn' },
      pathRuns: { some: { moduleRun: { cohortId, kind: 'evaluation', blockCode } } },
    },
    select: { id: true },
  });
  const resits = (await readOpenResits(queryIn(tx), today)).filter(
    (one) => one.blockCode === blockCode && one.frameworkVersionId === asked.frameworkVersionId,
  );
  const ids = [...onPath.map(({ id }) => id), ...resits.map(({ enrolmentId }) => enrolmentId)];
  const facts = await loadSittingFacts(tx, [...new Set(ids)]);
  const planned = await readPlanned(tx, asked);
  const learners = [...facts.values()].map(
    (one): AssessedLearner => ({
      ...one,
      blockAcquiredOn: blockAcquiredOn(one, findBlock(one.framework, blockCode), today),
      plannedCodes: planned
        .filter(({ enrolmentId }) => enrolmentId === one.enrolmentId)
        .flatMap(({ assessmentCodes }) => assessmentCodes),
    }),
  );
  return listCandidatesDue(learners, blockCode, heldOn, today).map((due) => ({
    ...due,
    cohort: facts.get(due.enrolmentId)?.cohort ?? { id: cohortId, name: '' },
  }));
}

/** What other events to come have for whom. */
const readPlanned = (tx: Tx, { blockCode, today, eventId }: Asked) =>
  tx.assessmentEventCandidate.findMany({
    where: {
      event: {
        blockCode,
        cancelledAt: null,
        heldOn: { gte: fromDay(today) },
        ...(eventId ? { id: { not: eventId } } : {}),
      },
    },
    select: { enrolmentId: true, assessmentCodes: true },
  });
