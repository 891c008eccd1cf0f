import { nothingWaived, type WaivedHours } from '../dispensations/minutes-waived.ts';
import type { Framework } from '../frameworks/framework.ts';
import {
  isSameItem,
  listProgramme,
  type ProgrammeItem,
  type ProgrammeKey,
} from '../frameworks/list-programme.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import { isWhollyWaived } from './expected-slots.ts';

/** A module or evaluation as one cohort runs it, from its first slot to its last. */
export interface ModuleRun extends ProgrammeKey {
  readonly cohortId: string;
  readonly cohortName: string;
  /** The learner's own cohort. */
  readonly isOwn: boolean;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  /** `null` when places are not counted. */
  readonly freePlaces: number | null;
}

export interface PathRequest {
  readonly framework: Framework;
  /** The enrolment's own start: entry is possible at any time of the year (W3). */
  readonly startsOn: PlainDate;
  readonly runs: readonly ModuleRun[];
  readonly waived?: WaivedHours;
}

/** What is proposed for one module or evaluation; a person confirms it. */
export interface ProposedPathStep extends ProgrammeItem {
  readonly state: 'own' | 'other' | 'waived' | 'to_plan';
  /** The run to follow; `null` when waived or still to be planned. */
  readonly run: ModuleRun | null;
  /** A full French sentence. */
  readonly reason: string;
  readonly source: string;
}

const source = 'W3 ; Q18 ; DOMAIN 12';

/**
 * Proposes a learner's path, in the programme's order: the own cohort's run when it lies wholly
 * ahead of the start, otherwise the earliest of another cohort with a free place, otherwise « à
 * planifier ». An evaluation is the next event after the block's last module of the path (Q18). A
 * cohort without any run has no calendar yet: its learners wait for it, nobody is sent elsewhere.
 */
export function planPath(request: PathRequest): readonly ProposedPathStep[] {
  const waived = request.waived ?? nothingWaived(request.framework);
  const hasCalendar = request.runs.some(({ isOwn }) => isOwn);
  const steps: ProposedPathStep[] = [];
  for (const item of listProgramme(request.framework)) {
    if (isWhollyWaived(item, waived)) {
      steps.push({
        ...item,
        state: 'waived',
        run: null,
        reason: 'Dispensé.',
        source: 'DOMAIN 5.2',
      });
    } else if (!hasCalendar) {
      steps.push(toPlan(item, 'À planifier : le calendrier de sa cohorte n’est pas encore fait.'));
    } else {
      const ofBlock = steps.filter((step) => step.blockCode === item.blockCode);
      steps.push(
        item.kind === 'evaluation'
          ? planEvaluation(item, ofBlock, request)
          : chooseRun(item, request.startsOn, request.runs),
      );
    }
  }
  return steps;
}

function planEvaluation(
  item: ProgrammeItem,
  modules: readonly ProposedPathStep[],
  request: PathRequest,
): ProposedPathStep {
  const missing = modules.find((step) => step.state === 'to_plan');
  if (missing !== undefined) {
    return toPlan(
      item,
      `À planifier : l’évaluation vient après le dernier module du bloc, et « ${missing.name} » n’a pas encore de dates.`,
    );
  }
  const ends = modules.flatMap(({ run }) => (run === null ? [] : [run.lastDay]));
  const lastDay = [request.startsOn, ...ends].sort().at(-1) ?? request.startsOn;
  return chooseRun(item, lastDay, request.runs);
}

/** Picks the run of an item that starts on `from` or later. */
function chooseRun(
  item: ProgrammeItem,
  from: PlainDate,
  runs: readonly ModuleRun[],
): ProposedPathStep {
  const offered = runs
    .filter((run) => isSameItem(run, item))
    .toSorted(
      (a, b) => a.firstDay.localeCompare(b.firstDay) || a.cohortId.localeCompare(b.cohortId),
    );
  const ahead = offered.filter((run) => run.firstDay >= from);
  // Of two groups of a module, the emptier.
  const [own] = ahead
    .filter((run) => run.isOwn)
    .toSorted((a, b) => (b.freePlaces ?? 0) - (a.freePlaces ?? 0));
  if (own !== undefined) {
    const reason = `Avec sa cohorte, à partir du ${formatDay(own.firstDay)}.`;
    return { ...item, state: 'own', run: own, reason, source };
  }
  const missed = offered.find((run) => run.isOwn);
  const why =
    missed === undefined
      ? 'sa cohorte ne le programme pas'
      : `sa cohorte l’a commencé le ${formatDay(missed.firstDay)}`;
  const others = ahead.filter((run) => !run.isOwn);
  const other = others.find((run) => run.freePlaces === null || run.freePlaces > 0);
  if (other !== undefined) {
    const reason = `Avec « ${other.cohortName} », à partir du ${formatDay(other.firstDay)} : ${why}.`;
    return { ...item, state: 'other', run: other, reason, source };
  }
  const none =
    others.length > 0
      ? 'les autres cohortes n’ont plus de place'
      : 'aucune autre cohorte ne le propose ensuite';
  return toPlan(item, `À planifier : ${why} et ${none}.`);
}

const toPlan = (item: ProgrammeItem, reason: string): ProposedPathStep => ({
  ...item,
  state: 'to_plan',
  run: null,
  reason,
  source,
});
