import { describe, expect, it } from '@jest/globals';
import { findFirstJury } from './find-first-jury.ts';

const today = '2026-11-23';

describe('the programme, AFGSU included, is over before the first jury (DOMAIN 12)', () => {
  it('the earliest of the cohort’s planned jury and of the sessions prepared for its learners', () => {
    expect(findFirstJury('2027-06-30', ['2027-05-12', '2027-06-01'], today)).toBe('2027-05-12');
    expect(findFirstJury('2027-04-30', ['2027-05-12'], today)).toBe('2027-04-30');
  });

  it('a session binds even when the cohort itself has no date', () => {
    expect(findFirstJury(null, ['2027-05-12'], today)).toBe('2027-05-12');
  });

  it('a jury that is past binds nothing any more', () => {
    expect(findFirstJury('2026-11-22', ['2026-10-01'], today)).toBeNull();
    expect(findFirstJury(null, [], today)).toBeNull();
  });
});
