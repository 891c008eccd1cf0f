import { describe, expect, it } from '@jest/globals';
import { checkOwnJury } from './check-own-jury.ts';

const alice = { name: 'Martin Alice', juryOn: '2027-05-12' };

describe('a learner’s own jury comes after the last half-day of their path (DOMAIN 12, W3)', () => {
  it('says nothing of a path that is over the day before', () => {
    expect(checkOwnJury(alice, ['2027-01-04', '2027-05-11'])).toEqual([]);
    expect(checkOwnJury(alice, [])).toEqual([]);
  });

  it('names the learner, the jury, and the last half-day', () => {
    const dates = ['2027-06-21', '2027-05-12', '2027-05-11'];
    expect(checkOwnJury(alice, dates)).toMatchObject([
      {
        rule: 'slot.before-own-jury',
        severity: 'warning',
        message:
          'Martin Alice : le jury est le 12 mai 2027, 2 créneaux de son parcours ne sont pas avant, jusqu’au 21 juin 2027.',
      },
    ]);
    expect(checkOwnJury(alice, ['2027-05-12'])[0]?.message).toBe(
      'Martin Alice : le jury est le 12 mai 2027, 1 créneau de son parcours n’est pas avant, jusqu’au 12 mai 2027.',
    );
  });
});
