import { checkFramework, cqpAm2022Afbb, cqpAm40913LeMans } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import type { Content } from '../version.ts';
import { describeSource, groupGaps } from './gaps.ts';

const groupsOf = (framework: typeof cqpAm2022Afbb) =>
  groupGaps([...checkFramework(framework)], framework as unknown as Content);
const textOf = (framework: typeof cqpAm2022Afbb, key: string) =>
  (groupsOf(framework).find((group) => group.key === key)?.lines ?? [])
    .map(({ text }) => text)
    .join(' ');

describe('where the sums and the sources disagree', () => {
  it('afbb 2022: 371 h of modules for 384 h stated, the rest is inferred (H1)', () => {
    expect(textOf(cqpAm2022Afbb, 'sums')).toMatch(/annonce 384 h.*modules font 371 h.*13 h/);
  });

  it('épreuves without a title are counted in one line, not listed one by one (Q1)', () => {
    expect(textOf(cqpAm40913LeMans, 'missing')).toMatch(/17 épreuves sur 18 n’ont pas encore/);
  });

  it('a threshold to verify stays a remark of its own (B3, S1:L145)', () => {
    expect(textOf(cqpAm40913LeMans, 'rules')).toMatch(/Bloc B3/);
  });

  it('every note of the sources that disagrees or is inferred is shown, none that is plain', () => {
    const shown = groupsOf(cqpAm40913LeMans)
      .filter(({ key }) => key === 'sources' || key === 'inferred')
      .flatMap(({ lines }) => lines);
    const expected = cqpAm40913LeMans.sources.filter(({ kind }) => kind !== 'source');
    expect(shown).toHaveLength(expected.length);
  });

  it('a version without any remark has no group', () => {
    expect(groupGaps([], { sources: [], blocks: [] })).toEqual([]);
  });
});

describe('the source of a remark', () => {
  it('keeps what can be opened and drops the notes of the house', () => {
    expect(describeSource('DOMAIN 3.3 ; S1:L184')).toBe('S1:L184');
    expect(describeSource('référentiel saisi')).toBe('');
  });
});
