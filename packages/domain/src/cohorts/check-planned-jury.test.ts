import { describe, expect, it } from '@jest/globals';
import { checkPlannedJury } from './check-planned-jury.ts';

const cohort = {
  juryOn: '2027-05-12',
  lastDay: '2027-05-04',
  sessions: [{ heldOn: '2027-05-12', candidates: 8 }],
};
const told = (more: Partial<Parameters<typeof checkPlannedJury>[0]>) =>
  checkPlannedJury({ ...cohort, ...more }).map(({ rule, severity, path, message }) => {
    expect([severity, path]).toEqual(['warning', '/juryOn']);
    return `${rule} ${message}`;
  });

describe('the planned jury day of a cohort (DOMAIN 12)', () => {
  it('comes after its last half-day, on the day of the session prepared', () => {
    expect(told({})).toEqual([]);
    expect(told({ lastDay: null, sessions: [] })).toEqual([]);
    expect(told({ juryOn: null, lastDay: '2027-06-30' })).toEqual([]);
  });

  it.each(['2027-05-12', '2027-06-15'])('half-days until %s are not before it', (lastDay) => {
    expect(told({ lastDay })).toEqual([
      expect.stringMatching(
        /^cohort.jury-after-calendar Le jury est prévu le 12 mai 2027, et la dernière demi-journée .* avant la fin des heures/,
      ),
    ]);
  });

  it('differs from the session prepared for most of its learners', () => {
    const sessions = [
      { heldOn: '2027-05-20', candidates: 1 },
      { heldOn: '2027-05-19', candidates: 8 },
    ];
    expect(told({ sessions })).toEqual([
      'cohort.jury-as-prepared Le jury est prévu le 12 mai 2027, et la session préparée pour 8 apprenants de la cohorte se tient le 19 mai 2027 : changez l’une des deux dates.',
    ]);
    expect(told({ sessions: [...sessions, { heldOn: '2027-05-12', candidates: 2 }] })).toEqual([]);
  });
});
