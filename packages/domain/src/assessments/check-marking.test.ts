import { describe, expect, it } from '@jest/globals';
import { checkMarking, checkOwnRemoval } from './check-marking.ts';

describe('who marks an épreuve, or takes its result back (S1:L178)', () => {
  const own = { blockCode: 'B1', learnerName: 'Léa Petit', isOwn: true };
  const other = { blockCode: 'B2', learnerName: 'Nora Haddad', isOwn: false };

  it('who teaches that block to that learner, assesses it, or the office', () => {
    expect(checkMarking([own])).toEqual([]);
    expect(checkOwnRemoval(own)).toEqual([]);
  });

  it('nobody else: the first block that is another’s is named', () => {
    const [refused] = checkMarking([own, other]);
    expect(refused).toMatchObject({ rule: 'marks.own-block', source: 'S1:L178' });
    expect(refused?.message).toContain('le bloc B2 à Nora Haddad');
    expect(checkOwnRemoval(other)).toMatchObject([{ rule: 'removal.own-block', path: '' }]);
  });
});
