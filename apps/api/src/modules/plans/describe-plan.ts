import type { PlanChangeView, PlanView } from '@jalon/contract';
import {
  cohortOfRun,
  comparePlans,
  firstGroupOf,
  isHeldRemotely,
  listProgramme,
  type ParisMoment,
  planCostLabels,
  readRunId,
  runIdOf,
  type SlotChange,
} from '@jalon/domain';
import type { Unplaced } from '@jalon/planner';
import type { Tx } from '../../db/database.ts';
import { toFramework } from '../../db/framework-content.ts';
import { nameGroup } from '../planning/describe-slot.ts';
import { checkPlanLearners } from './check-learner-dates.ts';
import { listPeople } from './list-people.ts';
import { loadFactsOf, type PlanFacts } from './load-problem.ts';
import {
  askedOf,
  type KeptOutcome,
  outcomeOf,
  progressOf,
  type SearchRow,
} from './search-record.ts';

/** What a plan changes of the calendars as they stand now; cohorts without a plan keep theirs. */
export function listChanges(facts: PlanFacts, outcome: KeptOutcome): readonly SlotChange[] {
  const without = new Set(outcome.unplaced.map(({ cohortId }) => cohortId));
  return comparePlans(
    facts.standing.filter(({ runId }) => !without.has(cohortOfRun(runId))),
    outcome.slots,
  );
}

/** A search with its proposal beside the calendars, as the screen shows it. */
export async function describePlan(
  tx: Tx,
  search: SearchRow,
  names: ReadonlyMap<string, string>,
  now: ParisMoment,
): Promise<PlanView> {
  const asked = askedOf(search);
  const outcome = outcomeOf(search);
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  const base = {
    id: search.id,
    kind: search.kind,
    state: search.state,
    cohorts: search.cohortIds.map(named),
    askedAt: search.createdAt.toISOString(),
    finishedAt: search.finishedAt?.toISOString() ?? null,
    seconds: asked.seconds,
    progress: progressOf(search),
    isStopping: search.cancelAskedAt !== null && search.state === 'searching',
    isOutdated: false,
    wasStopped: outcome?.wasCancelled ?? search.cancelAskedAt !== null,
    totalCents: outcome?.status === 'found' ? outcome.score.cents : null,
    gap: outcome?.gap ?? null,
    movesBound: outcome?.movesBound ?? null,
    costs: outcome ? describeCosts(outcome, asked.weights) : [],
    keptCount: 0,
    changes: [],
    people: [],
    outsideContracts: [],
    afterJuries: [],
    unplaced: (outcome?.unplaced ?? []).map((one) => ({
      cohort: named(one.cohortId),
      ...tellWhy(one),
    })),
    notes: [...(outcome?.notes ?? [])],
  } satisfies PlanView;
  if (!outcome || search.state !== 'found') return base;
  const facts = await loadFactsOf(tx, search, now);
  const changes = listChanges(facts, outcome);
  const real = changes.filter(({ kind }) => kind !== 'kept');
  const { outsideContracts, afterJuries } = await checkPlanLearners(
    tx,
    facts.rows,
    outcome.slots,
    now.day,
  );
  return {
    ...base,
    isOutdated: facts.fingerprint !== search.fingerprint,
    keptCount: changes.length - real.length,
    changes: describeChanges(facts, real),
    people: await listPeople(tx, facts, real, now.day),
    outsideContracts: outsideContracts.map(({ message }) => message),
    afterJuries: afterJuries.map(({ message }) => message),
  };
}

const describeCosts = (outcome: KeptOutcome, weights: ReturnType<typeof askedOf>['weights']) =>
  outcome.score.costs.map(({ rule, count, cents, facts }) => ({
    rule,
    label: planCostLabels[rule],
    count,
    cents,
    weight: rule === 'cost' ? null : weights[rule],
    facts: [...facts],
  }));

const tellWhy = ({ shortages, conflict }: Unplaced) => ({
  sentence:
    conflict?.sentence ??
    shortages[0]?.message ??
    'Aucune place n’a été trouvée dans le temps donné : relancez la recherche avec moins de cohortes.',
  reasons: conflict ? [...conflict.rules] : shortages.slice(1).map(({ message }) => message),
  // Searches kept from before the places were said have sentences alone: they are asked again.
  helps: (conflict?.helps ?? []).filter((help) => typeof help === 'object'),
});

function describeChanges(facts: PlanFacts, changes: readonly SlotChange[]): PlanChangeView[] {
  const runs = new Map(facts.problem.runs.map((run) => [run.id, run]));
  const trainers = new Map(facts.problem.trainers.map(({ id, name }) => [id, { id, name }]));
  const rooms = new Map(facts.problem.rooms.map(({ id, name }) => [id, { id, name }]));
  const nameItem = nameItemsOf(facts);
  const tell = (slot: NonNullable<SlotChange['from' | 'to']>) => ({
    date: slot.date,
    halfDay: slot.halfDay,
    startsAt: slot.startsAt,
    minutes: slot.minutes,
    trainer: trainers.get(slot.trainerId ?? '') ?? null,
    room: rooms.get(slot.roomId ?? '') ?? null,
    isRemote: isHeldRemotely(slot),
  });
  return changes.flatMap(({ id, kind, from, to }) => {
    const runId = (to ?? from)?.runId;
    if (kind === 'kept' || !runId) return [];
    const { cohortId, blockCode, kind: of } = readRunId(runId);
    return [
      {
        id,
        kind,
        cohortId,
        of,
        blockCode,
        name: runs.get(runId)?.name ?? nameItem(runId),
        from: from && tell(from),
        to: to && tell(to),
      },
    ];
  });
}

/** The name of a run that is no longer in the problem: it is over, or nobody follows it. */
export function nameItemsOf({ rows }: Pick<PlanFacts, 'rows'>): (runId: string) => string {
  const names = new Map(
    rows.flatMap((row) =>
      listProgramme(toFramework(row.frameworkVersion)).map((item) => [
        runIdOf(row.id, item, 1),
        item.name,
      ]),
    ),
  );
  return (runId) => {
    const { group } = readRunId(runId);
    return nameGroup(names.get(firstGroupOf(runId)) ?? '', group > 1 ? group : null);
  };
}
