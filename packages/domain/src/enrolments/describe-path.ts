import { nothingWaived, type WaivedHours } from '../dispensations/minutes-waived.ts';
import { isSameItem, listProgramme, type ProgrammeKey } from '../frameworks/list-programme.ts';
import { programmeOfRoute } from '../frameworks/programme-of-route.ts';
import { formatMinutes } from '../french-format.ts';
import { isWhollyWaived } from './expected-slots.ts';
import { type ModuleRun, type ProposedPathStep, sayRunDates } from './module-run.ts';
import { type PathRequest, planPath } from './plan-path.ts';

/** A step of a path as it stands, with the runs that it could be followed with. */
export interface DescribedPathStep<Run extends ModuleRun> extends Omit<ProposedPathStep, 'run'> {
  readonly run: Run | null;
  readonly options: readonly Run[];
  /** What is proposed for a step that nobody has planned. */
  readonly proposal: Run | null;
}

/**
 * A learner's path as chosen, in the programme's order; what is not chosen says why and shows what
 * could be. A run chosen for a module that has since been waived is not shown: the slots of a waived
 * module are not expected (DOMAIN 5.2).
 */
export function describePath<Run extends ModuleRun>(
  request: Omit<PathRequest, 'runs' | 'chosen'> & {
    readonly runs: readonly Run[];
    readonly chosen: readonly Run[];
  },
): readonly DescribedPathStep<Run>[] {
  const waived = request.waived ?? nothingWaived(request.framework);
  const proposed = planPath(request);
  const programme = listProgramme(programmeOfRoute(request.framework, request.route));
  return programme.map((item, index) => {
    const options = request.runs.filter((run) => isSameItem(run, item));
    const step = proposed[index];
    const proposal = options.find((one) => one === step?.run) ?? null;
    const run = request.chosen.find((one) => isSameItem(one, item)) ?? null;
    const source = step?.source ?? '';
    if (isWhollyWaived(item, waived)) {
      const reason = 'Dispensé.';
      return { ...item, state: 'waived', run: null, options: [], proposal: null, reason, source };
    }
    if (run?.firstDay === null) {
      const reason = 'À planifier : sa cohorte n’a pas encore placé ce module au calendrier.';
      return { ...item, state: 'to_plan', run, options, proposal: null, reason, source };
    }
    if (run !== null) {
      const state = run.isOwn ? 'own' : 'other';
      const reason = `${describeRun(run)}${describeWaiver(item, waived)}`;
      return { ...item, state, run, options, proposal: null, reason, source };
    }
    const reason =
      proposal === null ? (step?.reason ?? '') : `À planifier. Possible : ${describeRun(proposal)}`;
    return { ...item, state: 'to_plan', run: null, options, proposal, reason, source };
  });
}

/** What a dispensation in part changes of a module that stays on the path. */
function describeWaiver(item: ProgrammeKey, waived: WaivedHours): string {
  const part = waived.modules.find(
    ({ blockCode, moduleCode }) => blockCode === item.blockCode && moduleCode === item.moduleCode,
  );
  if (part === undefined || part.minutes === 0) return '';
  return ` Dispense de ${formatMinutes(part.minutes)} : par défaut, les dernières demi-journées du module ne sont pas attendues.`;
}

function describeRun(run: ModuleRun): string {
  const whom = run.isOwn ? 'avec sa cohorte' : `avec « ${run.cohortName} »`;
  return `${whom}, ${sayRunDates(run)}.`;
}
