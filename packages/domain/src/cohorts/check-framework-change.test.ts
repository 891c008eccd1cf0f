import { describe, expect, it } from '@jest/globals';
import { checkFrameworkChange } from './check-framework-change.ts';

const none = { hasCalendar: false, hasEnrolments: false, followers: [] };
const said = (followers: readonly string[]) =>
  checkFrameworkChange({ ...none, followers })[0]?.message;

describe('cohort.framework-kept: a cohort keeps the version on which something rests (DOMAIN 12)', () => {
  it('changes while nothing does', () => {
    expect(checkFrameworkChange(none)).toEqual([]);
  });

  it.each(['hasCalendar', 'hasEnrolments'] as const)('not once it %s', (tie) => {
    expect(checkFrameworkChange({ ...none, [tie]: true })).toMatchObject([
      { rule: 'cohort.framework-kept', path: '/frameworkVersionId' },
    ]);
  });

  it('names the learners of other cohorts who follow a module of it, a few at most', () => {
    expect(said(['Abadie Lina (Automne)'])).toBe(
      'Le référentiel ne change plus : Abadie Lina (Automne) a des modules de cette cohorte dans son parcours. Changez son parcours, ou créez une autre cohorte.',
    );
    expect(said(['A', 'B', 'C', 'D', 'E'])).toContain('A, B, C et 2 autres ont des modules');
  });
});
