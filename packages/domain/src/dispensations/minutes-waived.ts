import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import { type Dispensation, trainingMinutesOf } from './dispensation.ts';

/** Training that a learner need not follow, in minutes. */
export interface WaivedHours {
  /** One row for each module of the version, 0 when nothing is waived. */
  readonly modules: readonly WaivedModule[];
  /** One row for each block of the version. */
  readonly blocks: readonly WaivedBlock[];
  readonly totalMinutes: number;
}

export interface WaivedModule {
  readonly blockCode: string;
  readonly moduleCode: string;
  readonly minutes: number;
  /** The whole module is waived: its slots are not expected any more. */
  readonly isWhole: boolean;
}

export interface WaivedBlock {
  readonly blockCode: string;
  /** Everything that is waived in the block, its modules included. */
  readonly minutes: number;
  /** The part granted on the block as a whole, which no module carries. */
  readonly unassignedMinutes: number;
}

type Grant = Pick<Dispensation, 'blockCode' | 'moduleCode' | 'grantedMinutes' | 'state'>;

/**
 * What the granted dispensations take off, training only: evaluations stay due (Q3).
 *
 * A part granted on a whole block stays on the block, because the branch did not say which module
 * it is for: it lightens the block's hours and no module's. Once a block is waived to its last
 * minute, all of its modules are. Grants never add up to more than the module or block has; those
 * on a code that the version does not have count for nothing.
 */
export function minutesWaived(framework: Framework, dispensations: readonly Grant[]): WaivedHours {
  return dispensations.length === 0
    ? nothingWaived(framework)
    : sumGrants(framework, dispensations);
}

function sumGrants(framework: Framework, dispensations: readonly Grant[]): WaivedHours {
  const waived = framework.blocks.map((block) => waiveBlock(block, dispensations));
  return {
    modules: waived.flatMap(({ modules }) => modules),
    blocks: waived.map(({ block }) => block),
    totalMinutes: waived.reduce((total, { block }) => total + block.minutes, 0),
  };
}

/** Most learners have no dispensation: the answer is kept with the version. */
const nothing = new WeakMap<Framework, WaivedHours>();

/** No dispensation at all, for a version. */
export function nothingWaived(framework: Framework): WaivedHours {
  const known = nothing.get(framework) ?? sumGrants(framework, []);
  nothing.set(framework, known);
  return known;
}

function waiveBlock(
  block: CompetenceBlock,
  dispensations: readonly Grant[],
): { readonly block: WaivedBlock; readonly modules: readonly WaivedModule[] } {
  const training = trainingMinutesOf(block);
  const granted = (moduleCode: string | null) =>
    dispensations
      .filter((one) => one.state === 'granted' || one.state === 'partial')
      .filter((one) => one.blockCode === block.code && one.moduleCode === moduleCode)
      .reduce((total, one) => total + (one.grantedMinutes ?? 0), 0);
  const byModule = block.modules.map((module) => Math.min(module.minutes, granted(module.code)));
  const onModules = byModule.reduce((total, minutes) => total + minutes, 0);
  const minutes = Math.min(training, onModules + granted(null));
  const isWholeBlock = minutes === training;
  return {
    block: {
      blockCode: block.code,
      minutes,
      unassignedMinutes: isWholeBlock ? 0 : minutes - onModules,
    },
    modules: block.modules.map((module, index) => {
      const waived = isWholeBlock ? module.minutes : (byModule[index] ?? 0);
      return {
        blockCode: block.code,
        moduleCode: module.code,
        minutes: waived,
        isWhole: waived === module.minutes,
      };
    }),
  };
}
