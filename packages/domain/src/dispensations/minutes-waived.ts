import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import type { Dispensation } from './dispensation.ts';

/** Training that a learner need not follow, in minutes. */
export interface WaivedHours {
  /** One row for each module of the version, 0 when nothing is waived. */
  readonly modules: readonly WaivedModule[];
  readonly totalMinutes: number;
}

export interface WaivedModule {
  readonly blockCode: string;
  readonly moduleCode: string;
  readonly minutes: number;
  /** The whole module is waived: its slots are not expected any more. */
  readonly isWhole: boolean;
}

type Grant = Pick<Dispensation, 'blockCode' | 'moduleCode' | 'grantedMinutes' | 'state'>;

/**
 * What the granted dispensations take off, training only: evaluations stay due (Q3).
 *
 * A part granted on a whole block does not say which module it is for: by default it is taken off
 * from the block's last module backwards (no source says which: Jalon’s choice, see the glossary), so that hours due and calendar follow at once.
 * Grants never add up to more than the module or block has; those on a code that the version does
 * not have count for nothing.
 */
export function minutesWaived(framework: Framework, dispensations: readonly Grant[]): WaivedHours {
  return dispensations.length === 0
    ? nothingWaived(framework)
    : sumGrants(framework, dispensations);
}

function sumGrants(framework: Framework, dispensations: readonly Grant[]): WaivedHours {
  const modules = framework.blocks.flatMap((block) => waiveModules(block, dispensations));
  return { modules, totalMinutes: modules.reduce((total, { minutes }) => total + minutes, 0) };
}

/** Most learners have no dispensation: the answer is kept with the version. */
const nothing = new WeakMap<Framework, WaivedHours>();

/** No dispensation at all, for a version. */
export function nothingWaived(framework: Framework): WaivedHours {
  const known = nothing.get(framework) ?? sumGrants(framework, []);
  nothing.set(framework, known);
  return known;
}

function waiveModules(
  block: CompetenceBlock,
  dispensations: readonly Grant[],
): readonly WaivedModule[] {
  const granted = (moduleCode: string | null) =>
    dispensations
      .filter((one) => one.state === 'granted' || one.state === 'partial')
      .filter((one) => one.blockCode === block.code && one.moduleCode === moduleCode)
      .reduce((total, one) => total + (one.grantedMinutes ?? 0), 0);
  let left = granted(null);
  return block.modules
    .toReversed()
    .map((module) => {
      const own = Math.min(module.minutes, granted(module.code));
      const fromBlock = Math.min(module.minutes - own, left);
      left -= fromBlock;
      const minutes = own + fromBlock;
      return {
        blockCode: block.code,
        moduleCode: module.code,
        minutes,
        isWhole: minutes === module.minutes,
      };
    })
    .toReversed();
}
