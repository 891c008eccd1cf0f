import { describe, expect, it } from '@jest/globals';
import { checkTutorVolunteer, checkVolunteerDay } from './check-tutor-volunteer.ts';

describe('tutor.volunteer: an employee who is chosen as tutor volunteers (DOMAIN 4.5, W27, D6325-6)', () => {
  it('while nobody has noted the day, it is told as missing, with its source', () => {
    expect(checkTutorVolunteer({ kind: 'employee', volunteeredOn: null })).toEqual({
      rule: 'tutor.volunteer',
      met: false,
      facts:
        'Ce tuteur salarié doit être volontaire : le jour où il l’a confirmé n’est pas renseigné.',
      source: 'DOMAIN 4.5, W27 ; Code du travail, art. D6325-6',
    });
  });

  it('once noted it is met, on its day', () => {
    expect(checkTutorVolunteer({ kind: 'employee', volunteeredOn: '2026-11-03' })).toMatchObject({
      met: true,
      facts: 'Ce tuteur est volontaire, il l’a confirmé le 3 novembre 2026.',
    });
  });

  it('of the employer, whom nobody chose, nothing is asked', () => {
    for (const volunteeredOn of [null, '2026-11-03'])
      expect(checkTutorVolunteer({ kind: 'employer', volunteeredOn })).toBeNull();
  });
});

describe('the day typed of the confirmation', () => {
  it.each([
    [null, false, []],
    [null, true, []],
    ['2026-11-23', true, []],
    ['2026-11-24', true, ['tutor.volunteered-by-today']],
    ['2026-11-23', false, ['tutor.volunteer-named']],
  ] as const)('%s, a tutor named: %s', (volunteeredOn, hasTutor, rules) => {
    const findings = checkVolunteerDay(volunteeredOn, hasTutor, '2026-11-23');
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    for (const { path, severity } of findings)
      expect([path, severity]).toEqual(['/tutorVolunteeredOn', 'error']);
  });
});
