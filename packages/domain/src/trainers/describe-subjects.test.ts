import { describe, expect, it } from '@jest/globals';
import { listProgramme } from '../frameworks/list-programme.ts';
import { leMans } from '../test-records.ts';
import { describeSubjects, listTaught } from './describe-subjects.ts';

const taught = (...keys: [string, string | null][]) => ({
  framework: leMans,
  subjects: keys.map(([blockCode, moduleCode]) => ({ blockCode, moduleCode })),
});

describe('what a trainer teaches, in a line', () => {
  it('is every block when nothing is left out', () => {
    expect(describeSubjects([{ framework: leMans, subjects: listProgramme(leMans) }])).toBe(
      'Tous les blocs',
    );
  });

  it('names whole blocks, and the few modules of another', () => {
    expect(describeSubjects([taught(['B1', 'B1-M1'], ['B1', null], ['B4', 'B4-M1'])])).toBe(
      'Parcours de santé, AFGSU niveau 1',
    );
  });

  it('counts the modules of a block when they are many', () => {
    const [block] = leMans.blocks;
    if (!block) throw new Error('the version has a block');
    const modules = ['M1', 'M2', 'M3', 'M4'].map((code) => ({
      code,
      name: code,
      minutes: 420,
      credentialCode: null,
    }));
    const framework = { ...leMans, blocks: [{ ...block, modules }] };
    const subjects = ['M1', 'M2', 'M3'].map((moduleCode) => ({ blockCode: 'B1', moduleCode }));
    expect(describeSubjects([{ framework, subjects }])).toBe('Parcours de santé (3 sur 5)');
  });

  it('leaves aside the versions in which nothing is taught, and the modules that are no more', () => {
    const gone = taught(['B1', 'B1-M9']);
    expect(describeSubjects([gone, taught()])).toBe('');
    expect(listTaught(gone)).toEqual([]);
  });
});
