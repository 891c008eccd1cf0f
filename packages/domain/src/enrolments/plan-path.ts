import { nothingWaived, type WaivedHours } from '../dispensations/minutes-waived.ts';
import type { Framework } from '../frameworks/framework.ts';
import {
  isSameItem,
  listProgramme,
  type ProgrammeItem,
  type ProgrammeKey,
} from '../frameworks/list-programme.ts';
import { programmeOfRoute } from '../frameworks/programme-of-route.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AccessRoute } from '../vocabulary.ts';
import { isWhollyWaived } from './expected-slots.ts';
import { beginsFrom, isPlaced, type ModuleRun, type ProposedPathStep } from './module-run.ts';
import { PathAgenda } from './path-agenda.ts';
import { endsAfterJury, planCatchUp } from './plan-catch-up.ts';

export interface PathRequest {
  readonly framework: Framework;
  readonly route: AccessRoute;
  /** The enrolment's own start: entry is possible at any time of the year (W3). */
  readonly startsOn: PlainDate;
  /** Last day of the enrolment, included: nothing is caught up after it. */
  readonly endsOn?: PlainDate | null;
  /** The jury session prepared for the learner alone or with others: it binds this path (W3). */
  readonly juryOn?: PlainDate | null;
  readonly runs: readonly ModuleRun[];
  /** Runs already chosen for the learner: the rest is planned around them. */
  readonly chosen?: readonly ModuleRun[];
  readonly waived?: WaivedHours;
}

const source = 'W3 ; Q18 ; DOMAIN 12';

/**
 * Proposes a learner's path, in the programme's order: what is chosen stays, then the own cohort's
 * run when it lies wholly ahead of the start and before the learner's own jury, or is still to be
 * placed; the rest is caught up with other cohorts (`planCatchUp`) or « à planifier ». An evaluation is the next event after the block's last module
 * of the path (Q18). A cohort without any half-day has no calendar yet: its learners wait for it,
 * nobody is sent elsewhere. A VAE has no path: no step (DOMAIN 4.7).
 */
export function planPath(request: PathRequest): readonly ProposedPathStep[] {
  const waived = request.waived ?? nothingWaived(request.framework);
  const programme = listProgramme(programmeOfRoute(request.framework, request.route));
  const hasCalendar = hasCalendarOf(request.runs);
  const isDue = (item: ProgrammeItem) => !isWhollyWaived(item, waived);
  const agenda = new PathAgenda(
    waived,
    (run) => programme.find((item) => isSameItem(item, run))?.name ?? run.blockCode,
  );
  const followed = hasCalendar ? followOwn(request, programme.filter(isDue), agenda) : new Map();
  const caughtUp = planCatchUp({
    missed: hasCalendar ? programme.filter((item) => isDue(item) && !followed.has(item)) : [],
    followed: [...followed.values()],
    agenda,
    runs: request.runs.filter(isPlaced),
    startsOn: request.startsOn,
    endsOn: request.endsOn ?? null,
    juryOn: request.juryOn ?? null,
  });
  return programme.map((item): ProposedPathStep => {
    if (!isDue(item))
      return { ...item, state: 'waived', run: null, reason: 'Dispensé.', source: 'DOMAIN 5.2' };
    const run: ModuleRun | undefined = followed.get(item);
    if (run) return followStep(item, run);
    return caughtUp.find((step) => isSameItem(step, item)) ?? waitForCalendar(item);
  });
}

/** Whether the learner's own cohort has placed anything yet. */
export const hasCalendarOf = (runs: readonly ModuleRun[]): boolean =>
  runs.some((run) => run.isOwn && isPlaced(run));

/**
 * What is followed without looking elsewhere: the chosen runs, and of the other modules the own
 * cohort's run that lies ahead; of two groups the emptier (W1). The evaluation of a block goes with
 * its modules, once they are all there.
 */
function followOwn(
  { runs, chosen = [], startsOn, juryOn = null }: PathRequest,
  due: readonly ProgrammeItem[],
  agenda: PathAgenda,
): ReadonlyMap<ProgrammeItem, ModuleRun> {
  const followed = new Map<ProgrammeItem, ModuleRun>();
  const follow = (item: ProgrammeItem, run: ModuleRun | undefined) => {
    if (run === undefined) return;
    agenda.add(run);
    followed.set(item, run);
  };
  for (const item of due)
    follow(
      item,
      chosen.find((run) => isSameItem(run, item)),
    );
  const isOfBlock = (one: ProgrammeKey, blockCode: string) =>
    one.kind === 'training' && one.blockCode === blockCode;
  for (const kind of ['training', 'evaluation'] as const) {
    for (const item of due.filter((one) => one.kind === kind && !followed.has(one))) {
      const modules =
        kind === 'training' ? [] : due.filter((one) => isOfBlock(one, item.blockCode));
      if (modules.some((module) => !followed.has(module))) continue;
      const ends = modules.flatMap((module) => followed.get(module)?.lastDay ?? []);
      const from = [startsOn, ...ends].toSorted().at(-1) ?? startsOn;
      const own = runs
        .filter(
          (run) =>
            run.isOwn &&
            isSameItem(run, item) &&
            beginsFrom(run, from) &&
            !endsAfterJury(run, { juryOn }),
        )
        .toSorted((a, b) => (b.freePlaces ?? 0) - (a.freePlaces ?? 0));
      follow(
        item,
        own.find((run) => agenda.findClash(run) === null),
      );
    }
  }
  return followed;
}

function followStep(item: ProgrammeItem, run: ModuleRun): ProposedPathStep {
  const whom = run.isOwn ? 'sa cohorte' : `« ${run.cohortName} »`;
  const when = run.firstDay === null ? 'dates à venir' : `à partir du ${formatDay(run.firstDay)}`;
  const reason = `Avec ${whom}, ${when}.`;
  return { ...item, state: run.isOwn ? 'own' : 'other', run, reason, source };
}

const waitForCalendar = (item: ProgrammeItem): ProposedPathStep => ({
  ...item,
  state: 'to_plan',
  run: null,
  reason: 'À planifier : le calendrier de sa cohorte n’est pas encore fait.',
  source,
});
