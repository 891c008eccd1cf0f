import { describe, expect, it } from '@jest/globals';
import { checkModuleHours } from './check-module-hours.ts';

const stocks = { name: 'Gestion des stocks', dueMinutes: 420, plannedElsewhere: 210 };

describe('DOMAIN 8.1 and 12: planned hours never exceed the module’s', () => {
  it('takes the last half-day to the minute', () => {
    expect(checkModuleHours(210, stocks)).toEqual([]);
  });

  it('refuses one minute more and says what is left', () => {
    expect(checkModuleHours(211, stocks)).toMatchObject([
      {
        rule: 'slot.hours-within-module',
        severity: 'error',
        path: '/minutes',
        message:
          '« Gestion des stocks » compte 7 h, dont 3 h 30 déjà planifiées : il reste 3 h 30.',
      },
    ]);
  });

  it('says so when nothing is left', () => {
    expect(checkModuleHours(60, { ...stocks, plannedElsewhere: 420 })[0]?.message).toMatch(
      'il ne reste rien à planifier',
    );
  });
});
