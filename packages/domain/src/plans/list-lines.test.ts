import { describe, expect, it } from '@jest/globals';
import { isFollowedBy, listLines, mayShareLearners } from './list-lines.ts';

const all = { subject: 'M1', group: null };
const x = (group: number) => ({ subject: 'X', group });
const y = (group: number) => ({ subject: 'Y', group });

describe('those of a cohort who come side by side (W1)', () => {
  it('one line while nothing is split, one for each group of a split subject', () => {
    expect(listLines([all])).toHaveLength(1);
    expect(listLines([all, x(1), x(2)])).toHaveLength(2);
  });

  it('a line for each pair of groups of two subjects that are split differently', () => {
    const lines = listLines([all, x(1), x(2), y(1), y(2), y(3)]);
    expect(lines).toHaveLength(6);
    expect(lines.filter((line) => isFollowedBy(line, x(1)))).toHaveLength(3);
    expect(lines.every((line) => isFollowedBy(line, all))).toBe(true);
  });

  it('only two groups of one subject are surely different people', () => {
    expect(mayShareLearners(x(1), x(2))).toBe(false);
    expect(mayShareLearners(x(1), y(2))).toBe(true);
    expect(mayShareLearners(x(1), all)).toBe(true);
  });
});
