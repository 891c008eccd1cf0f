import type { PlainDate } from '@jalon/domain';
import type { CohortChoice, RunChoice } from './problem-index.ts';

/** Where a run would be, in half-days of the cohort from its first one, `to` excluded. */
export interface ProgrammePlace {
  readonly from: number;
  readonly to: number;
}

/**
 * Where each run would be if its cohort were taught in the order of its programme, what comes after
 * others later, at an even pace from `placeFrom` (or from its first half-day) to its last one.
 */
export function listPlaces(
  { moments, runs }: CohortChoice,
  placeFrom: PlainDate | null,
): ReadonlyMap<string, ProgrammePlace> {
  const begin = placeFrom === null ? 0 : moments.filter(({ date }) => date < placeFrom).length;
  const load = ({ minutesLeft, share }: RunChoice) => minutesLeft.length * share;
  const total = runs.reduce((sum, run) => sum + load(run), 0);
  const places = new Map<string, ProgrammePlace>();
  let done = 0;
  for (const run of orderRuns(runs)) {
    const at = (halfDays: number) =>
      total === 0 ? begin : begin + ((moments.length - begin) * halfDays) / total;
    places.set(run.run.id, { from: at(done), to: at(done + load(run)) });
    done += load(run);
  }
  return places;
}

/** The programme's order, except that a run waits for those that it comes after. */
function orderRuns(runs: readonly RunChoice[]): ReadonlySet<RunChoice> {
  const byId = new Map(runs.map((run) => [run.run.id, run]));
  const ordered = new Set<RunChoice>();
  const entered = new Set<RunChoice>();
  const enter = (run: RunChoice): void => {
    // Entered twice before it is ordered: runs that wait for each other, which no plan can hold.
    if (entered.has(run)) return;
    entered.add(run);
    for (const id of run.run.after) {
      const earlier = byId.get(id);
      if (earlier) enter(earlier);
    }
    ordered.add(run);
  };
  for (const run of runs) enter(run);
  return ordered;
}
