import type { PlanChangeView, PlanView } from '@jalon/contract';
import {
  cohortOfRun,
  comparePlans,
  formatName,
  listProgramme,
  type PlainDate,
  planCostLabels,
  type SlotChange,
} from '@jalon/domain';
import type { Unplaced } from '@jalon/planner';
import type { Tx } from '../../db/database.ts';
import { toFramework } from '../../db/framework-content.ts';
import { loadPlanFacts, type PlanFacts } from './load-problem.ts';
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
  today: PlainDate,
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
    unplaced: (outcome?.unplaced ?? []).map((one) => ({
      cohort: named(one.cohortId),
      ...tellWhy(one),
    })),
    notes: [...(outcome?.notes ?? [])],
  } satisfies PlanView;
  if (!outcome || search.state !== 'found') return base;
  const facts = await loadPlanFacts(tx, search.cohortIds, today, asked.weights);
  const changes = listChanges(facts, outcome);
  const real = changes.filter(({ kind }) => kind !== 'kept');
  return {
    ...base,
    isOutdated: facts.fingerprint !== search.fingerprint,
    keptCount: changes.length - real.length,
    changes: describeChanges(facts, real),
    people: await listPeople(tx, facts, real),
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
  });
  return changes.flatMap(({ id, kind, from, to }) => {
    const runId = (to ?? from)?.runId ?? '';
    const [, blockCode = ''] = runId.split('/');
    if (kind === 'kept') return [];
    return [
      {
        id,
        kind,
        cohortId: cohortOfRun(runId),
        blockCode,
        name: runs.get(runId)?.name ?? nameItem(runId),
        from: from && tell(from),
        to: to && tell(to),
      },
    ];
  });
}

/** The name of a run that is no longer in the problem: it is over, or nobody follows it. */
function nameItemsOf({ rows }: PlanFacts): (runId: string) => string {
  const names = new Map(
    rows.flatMap((row) =>
      listProgramme(toFramework(row.frameworkVersion)).map((item) => [
        [row.id, item.blockCode, item.moduleCode ?? 'evaluation'].join('/'),
        item.name,
      ]),
    ),
  );
  return (runId) => names.get(runId.split('/').slice(0, 3).join('/')) ?? '';
}

type Person = PlanView['people'][number];

/** Trainers who come, go or move, and learners whose path has a half-day that changes. */
async function listPeople(
  tx: Tx,
  { rows, problem }: PlanFacts,
  changes: readonly SlotChange[],
): Promise<Person[]> {
  const counts = new Map<string, Person>();
  const count = (personId: string, name: string, role: Person['role']) => {
    const known = counts.get(personId);
    counts.set(personId, { personId, name, role, changeCount: (known?.changeCount ?? 0) + 1 });
  };
  const trainers = new Map(problem.trainers.map(({ id, name }) => [id, name]));
  for (const { from, to } of changes)
    for (const id of new Set([from?.trainerId, to?.trainerId]))
      if (id) count(id, trainers.get(id) ?? '', 'trainer');
  const followers = new Map(
    rows.flatMap((row) =>
      row.moduleRuns.map((run) => [
        [row.id, run.blockCode, run.moduleCode ?? 'evaluation', run.groupNumber ?? 1].join('/'),
        run.pathRuns.map(({ enrolment }) => enrolment.personId),
      ]),
    ),
  );
  const touched = changes.flatMap(({ from, to }) => followers.get((from ?? to)?.runId ?? '') ?? []);
  const people = await tx.person.findMany({ where: { id: { in: [...new Set(touched)] } } });
  const names = new Map(people.map((person) => [person.id, formatName(person)]));
  for (const personId of touched) count(personId, names.get(personId) ?? '', 'learner');
  return [...counts.values()].toSorted((a, b) => b.changeCount - a.changeCount);
}
