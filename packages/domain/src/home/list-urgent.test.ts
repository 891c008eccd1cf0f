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
          const { late, atRisk } = list({
            appraisals: due.map((dueOn) => ({ ...appraisal, dueOn })),
            credentials: expiries.map((expiresOn) => ({
              learner: learner('A'),
              name: 'AFGSU niveau 1',
              expiresOn,
            })),
            rates: juries.map((on) => ({ learner: learner('B', on), rate: 0.5, missedMinutes: 1 })),
          });
          const days = [...late, ...atRisk].map((row) => row.days ?? Number.POSITIVE_INFINITY);
          expect(days).toEqual(days.toSorted((one, other) => (one < other ? -1 : 1)));
          expect(late.every((row) => (row.days ?? 0) < 0)).toBe(true);
          expect(atRisk.every((row) => (row.days ?? 0) >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('what can be done', () => {
  it('every row ends with something that whoever reads the morning may open', () => {
    const cohort = { cohortId: 'c', cohortName: 'Automne 2026', juryOn: addDays(today, 10) };
    const { late, atRisk } = list({
      appraisals: [appraisal],
      unasked: [{ ...cohort, count: 3, withoutTutor: 0 }],
      sheets: [sheet],
      starts: [{ ...cohort, state: 'planned', firstDay: today }],
      juries: [{ ...cohort, learners: 3, notReady: 1, isPrepared: false }],
      identities: [{ ...cohort, learners: [learner('A'), learner('B')], labels: ['sexe'] }],
    });
    for (const { actions } of [...late, ...atRisk]) expect(actions.at(-1)?.act).toMatch(/^read_/);
  });
});
