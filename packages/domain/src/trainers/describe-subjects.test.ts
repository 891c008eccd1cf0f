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

  it('names whole blocks, and how much of the others', () => {
    expect(describeSubjects([taught(['B1', 'B1-M1'], ['B1', null], ['B2', 'B2-M1'])])).toBe(
      'Parcours de santé, Prise en charge administrative (1 sur 2)',
    );
  });

  it('leaves aside the versions in which nothing is taught, and the modules that are no more', () => {
    const gone = taught(['B1', 'B1-M9']);
    expect(describeSubjects([gone, taught()])).toBe('');
    expect(listTaught(gone)).toEqual([]);
  });
});
