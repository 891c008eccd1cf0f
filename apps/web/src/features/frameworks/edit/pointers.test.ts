import { checkFramework, cqpAm40913LeMans } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { listDifferences } from './differences.ts';
import { describePath, partOf, toFieldPath } from './pointers.ts';

describe('a pointer leads to its field', () => {
  it('from a refusal of the API and from a remark alike', () => {
    expect(toFieldPath('/content/blocks/0/name')).toBe('content.blocks.0.name');
    expect(toFieldPath('/blocks/0/name')).toBe('content.blocks.0.name');
    expect(toFieldPath('/code')).toBe('content.code');
  });

  it('and to the part of the editor where that field stands', () => {
    expect(partOf('content.blocks.2.modules.0.minutes')).toBe('bloc-3');
    expect(partOf('content.blocks')).toBe('blocs');
    expect(partOf('content.hours.statedMinutes')).toBe('heures');
    expect(partOf('content.credentials.0.validityYears')).toBe('validation');
    expect(partOf('content.certification.registeredTo')).toBe('presentation');
  });

  it('is said in words', () => {
    expect(describePath('content.blocks.0.modules.2.minutes')).toBe('Bloc 1 › module 3 › durée');
    expect(describePath('content.title')).toBe('Intitulé');
  });

  it('every remark on the library has words for its whole path', () => {
    for (const { path } of checkFramework(cqpAm40913LeMans))
      expect(describePath(toFieldPath(path))).not.toMatch(/[A-Z][a-z]+Minutes|Code|[a-z][A-Z]/);
  });
});

describe('two versions of a draft', () => {
  const content = cqpAm40913LeMans;

  it('show only what differs, in words, with hours as hours', () => {
    const theirs = {
      ...content,
      title: 'Autre titre',
      hours: { ...content.hours, statedMinutes: 300 * 60 },
    };
    expect(listDifferences(content, theirs)).toEqual([
      { label: 'Intitulé', mine: content.title, theirs: 'Autre titre' },
      { label: 'Heures › heures annoncées', mine: '279 h', theirs: '300 h' },
    ]);
  });

  it('name a block that one of them does not have', () => {
    const theirs = { ...content, blocks: content.blocks.slice(0, 3) };
    expect(listDifferences(content, theirs)).toEqual([
      { label: 'Bloc 4', mine: 'Assistance opérationnelle au praticien', theirs: 'absent' },
    ]);
  });

  it('do not bury the person: past the limit the rest is counted', () => {
    const theirs = { ...content, blocks: content.blocks.map((b) => ({ ...b, name: 'x' })) };
    const shown = listDifferences(content, theirs, 2);
    expect(shown).toHaveLength(3);
    expect(shown[2]?.mine).toBe('2 autres différences');
  });
});
