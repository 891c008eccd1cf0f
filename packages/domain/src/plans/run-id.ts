import type { ProgrammeItem, ProgrammeKey } from '../frameworks/list-programme.ts';

/** What a run's id says. */
export interface RunKey extends ProgrammeKey {
  readonly cohortId: string;
  /** 1 when the cohort does not split. */
  readonly group: number;
}

const evaluation = 'evaluation';

/** The id of a run: its cohort, its item, its group (1 when the cohort does not split). */
export const runIdOf = (
  cohortId: string,
  { blockCode, moduleCode }: Pick<ProgrammeItem, 'blockCode' | 'moduleCode'>,
  group: number,
): string => [cohortId, blockCode, moduleCode ?? evaluation, group].join('/');

/**
 * Reads an id that `runIdOf` made.
 *
 * @throws RangeError when it did not.
 */
export function readRunId(runId: string): RunKey {
  const [cohortId, blockCode, item, group, more] = runId.split('/');
  if (!cohortId || !blockCode || !item || !group || more !== undefined)
    throw new RangeError(`${runId} is not the id of a run`);
  return {
    cohortId,
    blockCode,
    kind: item === evaluation ? 'evaluation' : 'training',
    moduleCode: item === evaluation ? null : item,
    group: Number(group),
  };
}

/**
 * The id of the first group of the same item: what the ids of its groups share.
 *
 * @throws RangeError when `runIdOf` did not make it.
 */
export function firstGroupOf(runId: string): string {
  const { cohortId, ...item } = readRunId(runId);
  return runIdOf(cohortId, item, 1);
}

/** The cohort that a run's id names; of what is no run's id, nothing that names a cohort. */
export const cohortOfRun = (runId: string): string => runId.slice(0, runId.indexOf('/'));
