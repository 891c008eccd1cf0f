import { frameworkContent } from '@jalon/contract';
import { type AcquiredBlock, heldVerdicts, type PlainDate } from '@jalon/domain';
import { type Prisma, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { found } from '../../http/domain-error.ts';
import { loadBlockFacts } from '../facts/block-facts.ts';

const withVersion = {
  jurySession: { include: { frameworkVersion: true } },
} as const satisfies Prisma.JuryDecisionInclude;

/** The enrolment for which it is asked, its version, and what else was asked for the same person. */
export async function loadEnrolment(tx: Tx, enrolmentId: string) {
  const row = await tx.enrolment.findFirst({
    where: { id: enrolmentId },
    include: { person: true, cohort: { include: { frameworkVersion: true } } },
  });
  const enrolment = found(row, 'Cette inscription');
  const { personId, cohort } = enrolment;
  const others = await tx.equivalence.findMany({
    where: { enrolment: { personId } },
    include: { answer: true },
  });
  const { id, content } = cohort.frameworkVersion;
  return { enrolment, others, followed: { id, ...frameworkContent.parse(content) } };
}

/** The decisions in force of closed juries that acquired a block for this person. */
export const listAcquired = (tx: Tx, personId: string) =>
  tx.juryDecision.findMany({
    where: {
      supersededById: null,
      decision: 'acquired',
      enrolment: { personId },
      jurySession: { state: 'closed' },
    },
    include: withVersion,
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
  });

/** A jury's decision on this person, whatever became of it. @throws not_found */
export async function loadDecision(tx: Tx, personId: string, id: string): Promise<DecisionRow> {
  const where = { id, enrolment: { personId } };
  return found(
    await tx.juryDecision.findFirst({ where, include: withVersion }),
    'Cette décision de jury',
  );
}

type DecisionRow = Awaited<ReturnType<typeof listAcquired>>[number];

/** What the rules read of a decision; `null` while its session is open, or once it was superseded. */
export function acquiredFacts(row: DecisionRow): AcquiredBlock | null {
  const { state, frameworkVersion } = row.jurySession;
  if (state !== 'closed' || row.supersededById !== null) return null;
  const { id, content } = frameworkVersion;
  return {
    acquiredUnder: id,
    blockCode: row.blockCode,
    decision: row.decision,
    decidedOn: toDay(row.heldOn),
    retentionMonths: frameworkContent.parse(content).blockRetentionMonths,
  };
}

/** The blocks of the followed version that the learner holds on a day. */
export async function listHeld(tx: Tx, enrolmentId: string, today: PlainDate): Promise<string[]> {
  const facts = (await loadBlockFacts(queryIn(tx), [enrolmentId])).get(enrolmentId);
  if (!facts) return [];
  return heldVerdicts(facts.framework, facts.verdicts, today).map(({ blockCode }) => blockCode);
}
