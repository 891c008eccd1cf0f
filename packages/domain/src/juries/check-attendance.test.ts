import { describe, expect, it } from '@jest/globals';
import { checkAttendance } from './check-attendance.ts';

describe('the attendance of a jury is marked by a person (DOMAIN 4.6, Q7)', () => {
  it('present or absent, and named at the field while it is neither', () => {
    const members = [
      { id: 'a', name: 'Dupuis Marc', isPresent: true },
      { id: 'b', name: 'Lenoir Julie', isPresent: false },
      { id: 'c', name: 'Bel Sara', isPresent: null },
    ];
    expect(checkAttendance(members.slice(0, 2))).toEqual([]);
    expect(checkAttendance(members)).toMatchObject([
      { memberId: 'c', path: '/members/2/isPresent', severity: 'error' },
    ]);
  });
});
