import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainUnreadDay, parseFrenchDay, showDay } from './french-day.ts';

describe('a day as people type it', () => {
  it.each([
    '5/10/2026',
    '05/10/2026',
    '05.10.2026',
    '5-10-2026',
    '05102026',
    '5 octobre 2026',
    '5 oct. 2026',
    'lundi 5 Octobre 2026',
    '2026-10-05',
    ' 05/10/2026 ',
  ])('reads « %s »', (typed) => {
    expect(parseFrenchDay(typed)).toBe('2026-10-05');
  });

  it('reads the first of a month and an accented month', () => {
    expect(parseFrenchDay('1er août 2026')).toBe('2026-08-01');
    expect(parseFrenchDay('1 fevrier 2026')).toBe('2026-02-01');
  });

  it.each([
    '31/02/2026',
    '29/02/2027',
    '00/01/2026',
    '12/13/2026',
    '5 jui 2026',
    '5/10/26',
    'x',
    '',
  ])('refuses « %s »', (typed) => {
    expect(parseFrenchDay(typed)).toBeNull();
  });

  it('reads back every day that it shows', () => {
    const days = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(days, (day) => parseFrenchDay(showDay(day)) === day));
  });

  it('says why a day cannot be read', () => {
    expect(explainUnreadDay('31/02/2026')).toContain('n’existe pas');
    expect(explainUnreadDay('5/10/26')).toContain('quatre chiffres');
    expect(explainUnreadDay('bientôt')).toContain('05/10/2026');
  });
});
