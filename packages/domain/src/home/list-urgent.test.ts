import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../plain-date.ts';
import { appraisal, learner, list, sheet, today } from './test-morning.ts';

describe('the order', () => {
  it('most late first, nearest risk first, what no day binds last', () => {
    const day = fc.integer({ min: -200, max: 200 }).map((count) => addDays(today, count));
    fc.assert(
      fc.property(
        fc.array(day),
        fc.array(day),
        fc.array(fc.option(day, { nil: null })),
        (due, expiries, juries) => {
          const {
            late,
            today: now,
            atRisk,
          } = list({
            appraisals: due.map((dueOn) => ({ ...appraisal, dueOn })),
            credentials: expiries.map((expiresOn) => ({
              learner: learner('A'),
              name: 'AFGSU niveau 1',
              expiresOn,
            })),
            rates: juries.map((on) => ({
              learner: learner('B', on),
              rate: 0.5,
              absentMinutes: 1,
              blankMinutes: 0,
            })),
          });
          const days = [...late, ...now, ...atRisk].map(
            (row) => row.days ?? Number.POSITIVE_INFINITY,
          );
          expect(days).toEqual(days.toSorted((one, other) => (one < other ? -1 : 1)));
          expect(late.every((row) => (row.days ?? 0) < 0)).toBe(true);
          expect(now.every((row) => row.days === 0)).toBe(true);
          expect(atRisk.every((row) => row.days === null || row.days > 0)).toBe(true);
        },
      ),
    );
  });
});

describe('what can be done', () => {
  it('every row ends with something that whoever reads the morning may open', () => {
    const cohort = { cohortId: 'c', cohortName: 'Automne 2026', juryOn: addDays(today, 10) };
    const {
      late,
      today: now,
      atRisk,
    } = list({
      appraisals: [appraisal],
      unasked: [{ ...cohort, count: 3, withoutTutor: 0 }],
      sheets: [sheet],
      starts: [{ ...cohort, state: 'planned', firstDay: today }],
      juries: [{ ...cohort, learners: 3, notReady: 1, isPrepared: false }],
      identities: [{ ...cohort, learners: [learner('A'), learner('B')], labels: ['sexe'] }],
      daySheets: [{ slotId: 's', title: 'Hygiène', cohortName: 'Automne 2026' }],
      toSend: [{ dispensationId: 'd', learnerName: 'Petit Noé', state: 'draft' }],
      certificates: { ready: [learner('A')], copies: [learner('B')] },
    });
    for (const { actions } of [...late, ...now, ...atRisk])
      expect(actions.at(-1)?.act).toMatch(/^read_/);
  });
});

describe('to do today', () => {
  const say = ({ today: rows }: ReturnType<typeof list>) =>
    rows.map(({ subject, fact }) => `${subject} : ${fact}`);

  it('what is due today is neither late nor at risk', () => {
    const start = { cohortId: 'c', cohortName: 'Automne 2026', state: 'planned' as const };
    const { late, today: now, atRisk } = list({ starts: [{ ...start, firstDay: today }] });
    expect([late, atRisk]).toEqual([[], []]);
    expect(now).toMatchObject([{ kind: 'start', days: 0 }]);
  });

  it('the sheets of the day, in one row that leads to them', () => {
    const sheets = ['Hygiène', 'Secourisme'].map((title) => ({
      slotId: title,
      title,
      cohortName: 'Automne 2026',
    }));
    expect(list({ daySheets: sheets.slice(0, 1) }).today).toMatchObject([
      { subject: '1 feuille d’émargement', actions: [{ act: 'fill_sheet' }, {}] },
    ]);
    expect(list({ daySheets: sheets }).today).toMatchObject([
      {
        subject: '2 feuilles d’émargement',
        why: 'Hygiène (Automne 2026), Secourisme (Automne 2026).',
        actions: [{ act: 'read_day' }],
      },
    ]);
  });

  it('certificates to issue, copies to the CPAM (DOMAIN 9), requests to file or to transmit', () => {
    const [one, other] = [learner('Abadie Lina'), learner('Bonnet Maxime')];
    const toSend = { dispensationId: 'd', learnerName: 'Petit Noé' };
    expect(
      say(
        list({
          certificates: { ready: [one, other], copies: [one] },
          toSend: [
            { ...toSend, state: 'draft' },
            { ...toSend, state: 'filed' },
          ],
        }),
      ),
    ).toEqual([
      '2 apprenants : peuvent recevoir leur certificat',
      'Abadie Lina : copie du certificat à envoyer à la CPAM',
      'Dispense de Petit Noé : brouillon à déposer',
      'Dispense de Petit Noé : déposée, à transmettre à la branche',
    ]);
  });
});
