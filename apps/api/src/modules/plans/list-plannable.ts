import type { Output } from '@jalon/contract';
import {
  checkPlan,
  cohortOfRun,
  completeSlot,
  type Finding,
  formatName,
  groupBy,
  isBrokenNow,
  type ParisMoment,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { nameItemsOf } from './describe-plan.ts';
import { loadPlanFacts, type PlanFacts } from './load-problem.ts';

type Plans = Output<'GET /plans'>;
type Plannable = Pick<Plans, 'cohorts' | 'trainerCount' | 'roomCount' | 'unfiledTrainers'>;

/** Cohorts that still have something to teach. */
export const plannableStates = ['draft', 'planned', 'running', 'postponed'] as const;

/** What there is to plan, cohort by cohort, and which half-days no longer hold. */
export async function listPlannable(tx: Tx, now: ParisMoment): Promise<Plannable> {
  const open = await tx.cohort.findMany({
    where: { state: { in: [...plannableStates] } },
    select: { id: true },
  });
  const facts = await loadPlanFacts(
    tx,
    open.map(({ id }) => id),
    now,
  );
  const unfiledTrainers = await listUnfiled(tx, facts);
  const idle = describeIdle(facts);
  const broken = findBroken(facts, new Set(unfiledTrainers.map(({ id }) => id)));
  return {
    trainerCount: facts.problem.trainers.length,
    roomCount: facts.problem.rooms.length,
    unfiledTrainers,
    cohorts: facts.rows.map((row) => {
      const missing = listMissing(facts, row.id);
      const own = facts.standing.filter(({ runId }) => cohortOfRun(runId) === row.id);
      return {
        id: row.id,
        name: row.name,
        siteName: row.site.name,
        startsOn: toDay(row.startsOn),
        endsOn: toDayOrNull(row.endsOn),
        slotCount: own.length,
        unstaffedCount: own.filter((slot) => completeSlot(slot) === null).length,
        missingMinutes: missing.reduce((sum, { minutes }) => sum + minutes, 0),
        missingFrom: missing.map(({ name }) => name),
        broken: [...broken, ...idle]
          .filter(({ cohortId }) => cohortId === row.id)
          .map(({ slot }) => slot),
      };
    }),
  };
}

/** What the runs ask for and that neither a half-day nor a lock holds, in minutes. */
function listMissing({ problem, standing }: PlanFacts, cohortId: string) {
  return problem.runs
    .filter((run) => run.cohortId === cohortId)
    .flatMap((run) => {
      const held = standing.filter(({ runId }) => runId === run.id);
      const due = run.slotMinutes.reduce((sum, one) => sum + one, 0);
      const minutes = due - held.reduce((sum, slot) => sum + slot.minutes, 0);
      return minutes > 0 ? [{ name: run.name, minutes }] : [];
    });
}

/** Who teaches from tomorrow on and has no file: without it a plan can neither use nor check them. */
async function listUnfiled(
  tx: Tx,
  { problem, standing }: PlanFacts,
): Promise<Plans['unfiledTrainers']> {
  const filed = new Set(problem.trainers.map(({ id }) => id));
  const slots = groupBy(
    standing.flatMap(({ trainerId }) => (trainerId && !filed.has(trainerId) ? [trainerId] : [])),
    (trainerId) => trainerId,
  );
  const people = await tx.person.findMany({
    where: {
      id: { in: [...slots.keys()] },
      memberships: { some: { role: 'trainer', endedAt: null } },
    },
    orderBy: [{ birthName: 'asc' }, { givenName: 'asc' }],
  });
  return people.map((person) => ({
    id: person.id,
    name: formatName(person),
    slotCount: slots.get(person.id)?.length ?? 0,
  }));
}

/** What nobody comes to any more no longer holds either. */
function describeIdle(facts: PlanFacts) {
  const nameItem = nameItemsOf(facts);
  return facts.idle.map(({ slot, message }) => ({
    cohortId: cohortOfRun(slot.runId),
    slot: { slotId: slot.id, date: slot.date, name: nameItem(slot.runId), message },
  }));
}

/** Half-days with a trainer and a room that break a rule as things stand now. */
function findBroken({ problem, standing }: PlanFacts, unchecked: ReadonlySet<string>) {
  const complete = standing.flatMap((slot) => {
    const planned = completeSlot(slot);
    return planned && !unchecked.has(planned.trainerId) ? [{ id: slot.id, planned }] : [];
  });
  const findings = new Map<number, Finding>();
  for (const finding of checkPlan(
    problem,
    complete.map(({ planned }) => planned),
  )) {
    const index = Number(finding.path.split('/')[1] ?? Number.NaN);
    if (isBrokenNow(finding) && !findings.has(index)) findings.set(index, finding);
  }
  const runs = new Map(problem.runs.map((run) => [run.id, run]));
  return [...findings].flatMap(([index, { message }]) => {
    const slot = complete[index];
    const run = slot && runs.get(slot.planned.runId);
    return slot && run
      ? [
          {
            cohortId: run.cohortId,
            slot: { slotId: slot.id, date: slot.planned.date, name: run.name, message },
          },
        ]
      : [];
  });
}
