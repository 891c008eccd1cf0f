import { describe, expect, it } from '@jest/globals';
import { list, sheet, today } from './test-morning.ts';

describe('half-days and the first day of a cohort', () => {
  it('a half-day that is past: whose presence is missing, or that nobody signed (DOMAIN 8.1)', () => {
    const [row] = list({ sheets: [sheet] }).late;
    expect(row).toMatchObject({
      days: -2,
      subject: 'Identitovigilance, 21 novembre 2026 après-midi',
      fact: '2 présences manquent',
      why: 'Automne 2026, Petit Sandrine. El Amrani Sofia, Garnier Élodie.',
    });
    const factOf = (unrecorded: readonly string[], expectedCount: number) =>
      list({ sheets: [{ ...sheet, unrecorded, expectedCount }] }).late[0]?.fact;
    expect(factOf(['A', 'B'], 2)).toBe('aucune présence n’est notée');
    expect(factOf([], 2)).toBe('la feuille n’est pas signée');
    expect(list({ sheets: [{ ...sheet, heldOn: today }] }).late).toEqual([]);
  });

  it('more than three unsigned sheets of a cohort: one row, the oldest day, to their list', () => {
    const sheets = ['2026-09-23', '2026-09-24', '2026-11-20', '2026-11-21'].map((heldOn) => ({
      ...sheet,
      heldOn,
      trainerName: heldOn < '2026-10' ? null : 'Petit Sandrine',
    }));
    expect(list({ sheets: sheets.slice(1) }).late).toHaveLength(3);
    expect(list({ sheets: [...sheets, { ...sheet, cohortId: 'c2' }] }).late).toMatchObject([
      {
        days: -61,
        subject: 'Automne 2026',
        fact: '4 feuilles d’émargement ne sont pas signées',
        why: 'La plus ancienne est celle du 23 septembre 2026. Petit Sandrine, 2 sans formateur.',
        actions: [{ act: 'read_sheets', targetId: 'c1' }],
      },
      { days: -2, actions: [{ act: 'fill_sheet' }, { act: 'read_sheet' }] },
    ]);
  });

  it('a cohort still « planifiée » on its first day, and later: to start (W46)', () => {
    const starting = (firstDay: string | null, state: 'planned' | 'running' = 'planned') =>
      list({ starts: [{ cohortId: 'c1', cohortName: 'Automne 2026', state, firstDay }] });
    expect(starting('2026-09-07').late).toMatchObject([
      {
        days: -77,
        fact: 'a commencé le 7 septembre 2026, elle est encore « planifiée »',
        actions: [{ act: 'start_cohort', targetId: 'c1' }, { act: 'read_board' }],
      },
    ]);
    expect(starting(today).today).toMatchObject([{ days: 0 }]);
    for (const quiet of [starting('2026-11-24'), starting(null), starting(today, 'running')])
      expect(quiet).toEqual({ late: [], today: [], atRisk: [] });
  });
});
