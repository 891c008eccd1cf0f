import type { Actor } from '../../auth/actor.ts';
import type { Prisma } from '../../db/database.ts';

/**
 * The learners whom a trainer teaches: a half-day of theirs, evaluation or training, is on the
 * learner's own path; with a block, a half-day of that block.
 */
export const taughtBy = (
  { personId }: Pick<Actor, 'personId'>,
  blockCode?: string,
): Prisma.EnrolmentWhereInput => ({
  pathRuns: {
    some: {
      moduleRun: {
        ...(blockCode ? { blockCode } : {}),
        slots: { some: { trainerId: personId } },
      },
    },
  },
});
