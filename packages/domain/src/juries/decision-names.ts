import type { BlockDecision } from '../vocabulary.ts';

/** What a jury decided of a block, as every page and mail says it. */
export const decisionNames: Readonly<Record<BlockDecision, string>> = {
  acquired: 'acquis',
  not_acquired: 'non acquis',
  adjourned: 'ajourné',
};
