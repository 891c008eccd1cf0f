import { describe, expect, it } from '@jest/globals';
import type { ResitReason } from '../juries/list-open-resits.ts';
import { addDays } from '../plain-date.ts';
import { list, today } from './test-morning.ts';

describe('juries and what they need', () => {
  it('a block to present again: at risk for 30 days, then late (S1:L176)', () => {
    const refused = (decidedOn: string, reason: ResitReason = 'not_acquired') =>
      list({
        resits: [
          {
            decisionId: 'x',
            learnerName: 'Petit Noé',
            blockCode: 'B4',
            reason,
            decidedOn,
            since: decidedOn,
          },
        ],
      });
    expect(refused('2026-11-20').atRisk[0]?.days).toBe(27);
    expect(refused('2026-10-01').late[0]?.days).toBe(-23);
    expect(refused('2026-10-01', 'adjourned').late[0]?.why).toMatch(/^Ajourné au jury/);
  });

  it('a jury within 30 days with learners who are not ready', () => {
    const near = (days: number, notReady: number) =>
      list({
        juries: [
          {
            cohortId: 'c',
            cohortName: 'Automne 2026',
            juryOn: addDays(today, days),
            learners: 14,
            notReady,
            isPrepared: true,
          },
        ],
      }).atRisk;
    expect(near(30, 5)[0]?.fact).toBe('5 apprenants sur 14 ne sont pas prêts pour le jury');
    expect(near(30, 1)[0]?.fact).toBe('1 apprenant sur 14 n’est pas prêt pour le jury');
    expect(near(31, 5)).toEqual([]);
    expect(near(30, 0)).toEqual([]);
  });

  it('a planned jury within 45 days for which no session is prepared', () => {
    const planned = (days: number, isPrepared: boolean) =>
      list({
        juries: [
          {
            cohortId: 'c',
            cohortName: 'Automne 2026',
            juryOn: addDays(today, days),
            learners: 14,
            notReady: 0,
            isPrepared,
          },
        ],
      }).atRisk;
    expect(planned(45, false)).toMatchObject([
      {
        kind: 'jury',
        fact: 'aucune session de jury n’est préparée',
        actions: [{ act: 'prepare_jury', targetId: 'c' }, { act: 'read_board' }],
      },
    ]);
    expect(planned(46, false)).toEqual([]);
    expect(planned(45, true)).toEqual([]);
  });

  it('civil data lacking in the 60 days before the jury: one row a cohort (DOMAIN 11)', () => {
    const lacking = (names: readonly string[], juryOn: string | null) =>
      list({
        identities: [
          {
            cohortId: 'c',
            cohortName: 'Automne 2026',
            juryOn,
            learners: names.map((name) => ({ enrolmentId: name, name })),
            labels: ['date de naissance', 'sexe'],
          },
        ],
      }).atRisk;
    expect(lacking(['Abadie Lina'], '2026-12-18')[0]).toMatchObject({
      subject: 'Abadie Lina',
      actions: [
        { act: 'complete_learner', targetId: 'Abadie Lina' },
        { act: 'read_learner', targetId: 'Abadie Lina' },
      ],
    });
    expect(lacking(['A', 'B'], '2026-12-18')[0]).toMatchObject({
      subject: 'Automne 2026',
      fact: 'état civil incomplet pour 2 apprenants',
      why: 'Manque : date de naissance, sexe. Sans eux, le certificateur refuse le dossier.',
    });
    expect(lacking(['A'], addDays(today, 61))).toEqual([]);
    expect(lacking(['A'], null)).toEqual([]);
  });
});
