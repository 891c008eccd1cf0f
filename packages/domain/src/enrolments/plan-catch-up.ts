import { isSameItem, type ProgrammeItem, type ProgrammeKey } from '../frameworks/list-programme.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { ModuleRun, PlacedRun, ProposedPathStep } from './module-run.ts';
import type { PathAgenda } from './path-agenda.ts';

export interface CatchUpRequest {
  /** Modules and evaluations to place, in the programme's order. */
  readonly missed: readonly ProgrammeItem[];
  /** Runs that the learner follows anyway; `agenda` holds their half-days. */
  readonly followed: readonly ModuleRun[];
  readonly agenda: PathAgenda;
  readonly runs: readonly PlacedRun[];
  readonly startsOn: PlainDate;
  /** Last day of the enrolment, included; `null` while it has none. */
  readonly endsOn: PlainDate | null;
  /** The jury that the learner goes before: all of it is over by then; `null` while none is known. */
  readonly juryOn: PlainDate | null;
}

const source = 'W3 ; Q18 ; DOMAIN 12';

/**
 * Places that the search tries before it keeps the best plan found: a catch-up of some modules among
 * some cohorts needs a few hundred, so that a file never waits for a hopeless case.
 */
const maxTries = 20_000;

/**
 * A personal catch-up plan for what a learner's cohort has already begun: runs of other cohorts with
 * a free place, between the start and the end of the enrolment, never two half-days at once nor more
 * than 7 h a day. First as many modules as can be placed, then the earliest end, then each module as
 * early as can be. An evaluation follows its block's last module (Q18), with the own cohort if it can.
 */
export function planCatchUp(request: CatchUpRequest): readonly ProposedPathStep[] {
  const chosen = searchBest(request);
  const { agenda, missed } = request;
  for (const run of chosen) if (run) agenda.add(run);
  const steps: ProposedPathStep[] = [];
  for (const [index, item] of missed.entries()) {
    const run = chosen[index] ?? null;
    steps.push(run ? tellRun(item, run, request) : tellObstacle(item, steps, request, chosen));
  }
  return steps;
}

interface Search {
  readonly request: CatchUpRequest;
  readonly candidates: readonly (readonly PlacedRun[])[];
  /** From each place on: items that nothing can be found for, and the earliest possible end. */
  readonly bounds: readonly { readonly unplaced: number; readonly end: PlainDate }[];
  readonly current: (PlacedRun | null)[];
  best: { unplaced: number; end: PlainDate; runs: readonly (PlacedRun | null)[] } | null;
  tries: number;
}

function searchBest(request: CatchUpRequest): readonly (PlacedRun | null)[] {
  const candidates = request.missed.map((item) =>
    listCandidates(item, request).filter((run) => request.agenda.findClash(run) === null),
  );
  const bounds = [{ unplaced: 0, end: '' }];
  for (const [index, runs] of [...candidates.entries()].toReversed()) {
    const after = bounds[0] ?? { unplaced: 0, end: '' };
    const isModule = request.missed[index]?.kind === 'training';
    const [earliest] = runs.map(endOfCatchUp).toSorted();
    bounds.unshift({
      unplaced: after.unplaced + (earliest === undefined ? 1 : 0),
      end: isModule && earliest !== undefined && earliest > after.end ? earliest : after.end,
    });
  }
  const search: Search = { request, candidates, bounds, current: [], best: null, tries: 0 };
  explore(search, 0, '');
  return search.best?.runs ?? [];
}

/** Own runs do not put the end of the catch-up off. */
const endOfCatchUp = (run: PlacedRun): PlainDate => (run.isOwn ? '' : run.lastDay);

function explore(search: Search, unplaced: number, end: PlainDate): void {
  const { request, candidates, bounds, current, best } = search;
  const index = current.length;
  const bound = bounds[index] ?? { unplaced: 0, end: '' };
  const least = unplaced + bound.unplaced;
  const earliest = end > bound.end ? end : bound.end;
  if (best && (least > best.unplaced || (least === best.unplaced && earliest >= best.end))) return;
  const item = request.missed[index];
  if (item === undefined) {
    search.best = { unplaced, end, runs: [...current] };
    return;
  }
  const from = item.kind === 'evaluation' ? endOfBlock(item, request, current) : request.startsOn;
  for (const run of candidates[index] ?? []) {
    if (search.tries >= maxTries) break;
    search.tries += 1;
    if (from === null || run.firstDay < from || request.agenda.findClash(run) !== null) continue;
    request.agenda.add(run);
    current.push(run);
    explore(search, unplaced, endOfCatchUp(run) > end ? endOfCatchUp(run) : end);
    current.pop();
    request.agenda.remove(run);
  }
  current.push(null);
  explore(search, unplaced + 1, end);
  current.pop();
}

/** The day of a block's last module on the path; `null` while one of them has no dates. */
function endOfBlock(
  evaluation: ProgrammeKey,
  { missed, followed, startsOn }: CatchUpRequest,
  chosen: readonly (PlacedRun | null)[],
): PlainDate | null {
  const isOfBlock = (one: ProgrammeKey) =>
    one.kind === 'training' && one.blockCode === evaluation.blockCode;
  const late = missed.flatMap((item, index) => (isOfBlock(item) ? [chosen[index] ?? null] : []));
  if (late.includes(null)) return null;
  const ends = [...late, ...followed.filter(isOfBlock)].flatMap((run) => run?.lastDay ?? []);
  return [startsOn, ...ends].toSorted().at(-1) ?? startsOn;
}

/** The runs that may be followed whatever the rest of the path is: own ones, then the earliest. */
const listCandidates = (item: ProgrammeKey, request: CatchUpRequest): readonly PlacedRun[] =>
  listAhead(item, request).filter(
    (run) =>
      !endsAfterJury(run, request) && (run.isOwn || (hasPlace(run) && !endsTooLate(run, request))),
  );

const listAhead = (item: ProgrammeKey, { runs, startsOn }: CatchUpRequest): readonly PlacedRun[] =>
  runs
    .filter((run) => isSameItem(run, item) && run.firstDay >= startsOn)
    .toSorted(
      (a, b) =>
        Number(b.isOwn) - Number(a.isOwn) ||
        (a.isOwn ? 0 : a.firstDay.localeCompare(b.firstDay)) ||
        a.cohortId.localeCompare(b.cohortId) ||
        (b.freePlaces ?? 0) - (a.freePlaces ?? 0),
    );

const hasPlace = ({ freePlaces }: PlacedRun): boolean => freePlaces === null || freePlaces > 0;

const endsTooLate = (run: PlacedRun, { endsOn }: CatchUpRequest): boolean =>
  endsOn !== null && run.lastDay > endsOn;

/** Whether the learner goes before a jury of their own while it is still going on (W3). */
export const endsAfterJury = (
  { lastDay }: ModuleRun,
  { juryOn }: Pick<CatchUpRequest, 'juryOn'>,
): boolean => juryOn !== null && lastDay !== null && lastDay >= juryOn;

const tellAfterJury = ({ lastDay }: PlacedRun, { juryOn }: CatchUpRequest): string =>
  `il finirait le ${formatDay(lastDay)}, alors que son jury est le ${formatDay(juryOn ?? lastDay)}`;

function tellRun(item: ProgrammeItem, run: PlacedRun, request: CatchUpRequest): ProposedPathStep {
  if (run.isOwn) {
    const reason = `Avec sa cohorte, à partir du ${formatDay(run.firstDay)}.`;
    return { ...item, state: 'own', run, reason, source };
  }
  const reason = `Avec « ${run.cohortName} », à partir du ${formatDay(run.firstDay)} : ${tellWhy(item, request)}.`;
  return { ...item, state: 'other', run, reason, source };
}

/** Why the learner does not follow it with their own cohort. */
function tellWhy(item: ProgrammeKey, request: CatchUpRequest): string {
  const { runs, startsOn, agenda } = request;
  const own = runs
    .filter((run) => run.isOwn && isSameItem(run, item))
    .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay));
  const [first] = own;
  if (first === undefined) return 'sa cohorte ne le programme pas';
  const ahead = own.find(({ firstDay }) => firstDay >= startsOn);
  if (ahead && endsAfterJury(ahead, request))
    return `avec sa cohorte, ${tellAfterJury(ahead, request)}`;
  const clash = item.kind === 'training' && ahead ? agenda.findClash(ahead) : null;
  if (clash !== null) return `avec sa cohorte, ${clash}`;
  return `sa cohorte l’a commencé le ${formatDay(first.firstDay)}`;
}

function tellObstacle(
  item: ProgrammeItem,
  before: readonly ProposedPathStep[],
  request: CatchUpRequest,
  chosen: readonly (PlacedRun | null)[],
): ProposedPathStep {
  const isEvaluation = item.kind === 'evaluation';
  const missing = before.find(
    (step) => isEvaluation && step.state === 'to_plan' && step.blockCode === item.blockCode,
  );
  const reason = missing
    ? `À planifier : l’évaluation vient après le dernier module du bloc, et « ${missing.name} » n’a pas encore de dates.`
    : `À planifier : ${tellWhy(item, request)}${tellOthers(item, request, isEvaluation ? endOfBlock(item, request, chosen) : null)}.`;
  return { ...item, state: 'to_plan', run: null, reason, source };
}

/** Why no run of another cohort suits, each for its own reason. */
function tellOthers(item: ProgrammeKey, request: CatchUpRequest, after: PlainDate | null): string {
  const others = listAhead(item, request).filter(
    (run) => !run.isOwn && (after === null || run.firstDay >= after),
  );
  if (others.length === 0) return ' et aucune autre cohorte ne le propose ensuite';
  if (!others.some(hasPlace)) return ' et les autres cohortes n’ont plus de place';
  return others
    .map((run) => ` ; avec « ${run.cohortName} », ${tellAgainst(run, request)}`)
    .join('');
}

function tellAgainst(run: PlacedRun, request: CatchUpRequest): string {
  if (!hasPlace(run)) return 'il n’y a plus de place';
  if (endsTooLate(run, request))
    return `il finirait le ${formatDay(run.lastDay)}, après la fin de sa formation`;
  if (endsAfterJury(run, request)) return tellAfterJury(run, request);
  return request.agenda.findClash(run) ?? 'les dates ne vont pas avec le reste du parcours';
}
