import type { Framework } from '../frameworks/framework.ts';
import type { ProgrammeKey } from '../frameworks/list-programme.ts';

/**
 * How many learners a run takes: the cohort's places, or those of one group when the cohort splits
 * for a credential's module (AFGSU, groups of 10 to 12, W1).
 */
export function placesOfRun(
  framework: Framework,
  run: ProgrammeKey & { readonly groupNumber: number | null },
  capacity: number,
): number {
  if (run.groupNumber === null) return capacity;
  const module = framework.blocks
    .find(({ code }) => code === run.blockCode)
    ?.modules.find(({ code }) => code === run.moduleCode);
  const credential = framework.credentials.find(({ code }) => code === module?.credentialCode);
  return Math.min(capacity, credential?.groupMax ?? capacity);
}
