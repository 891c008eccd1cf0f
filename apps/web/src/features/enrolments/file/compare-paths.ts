import type { EnrolmentFile } from '@jalon/contract';
import type { ConflictField } from '../../../components/conflict-panel.tsx';

/** Each step with the cohort of either version of a path, mine as the runs chosen by step. */
export const comparePaths = (
  file: EnrolmentFile,
  mine: readonly (string | null)[],
  theirs: EnrolmentFile,
): ConflictField[] =>
  file.path.map((step, index) => {
    const nameRun = (runId: string | null | undefined): string =>
      step.options.find(({ moduleRunId }) => moduleRunId === runId)?.cohortName ?? 'à planifier';
    return {
      label: step.name,
      mine: nameRun(mine[index]),
      theirs: nameRun(theirs.path[index]?.moduleRunId),
    };
  });
