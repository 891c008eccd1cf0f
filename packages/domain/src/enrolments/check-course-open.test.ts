import { describe, expect, it } from '@jest/globals';
import { checkCourseOpen, listCourseChanges } from './check-course-open.ts';

describe('enrolment.course-open: what a course that is over does not take any more (DOMAIN 12)', () => {
  it.each(['path', 'course', 'dispensation'] as const)('one in training takes its %s', (write) => {
    expect(checkCourseOpen('active', write)).toEqual([]);
  });

  it('an abandoned one says how to go on', () => {
    expect(checkCourseOpen('withdrawn', 'path')[0]?.message).toBe(
      'Cette formation est abandonnée : son parcours ne change plus. Annulez d’abord l’abandon s’il n’a plus lieu d’être.',
    );
  });

  it('a completed one is over', () => {
    expect(checkCourseOpen('completed', 'dispensation')[0]?.message).toBe(
      'Cette formation est terminée : aucune dispense ne se demande plus.',
    );
  });

  it('names the dates and the route that would change, and nothing else', () => {
    const before = { route: 'vae', startsOn: '2026-10-05', endsOn: null, funder: 'self' };
    expect(listCourseChanges(before, { ...before, funder: 'region' })).toEqual([]);
    expect(listCourseChanges(before, { ...before, endsOn: '2027-01-04' })).toEqual(['endsOn']);
  });
});
