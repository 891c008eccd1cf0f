import { describe, expect, it } from '@jest/globals';
import { cohortStates } from '../vocabulary.ts';
import { type CohortProgress, checkCohortState, listNextStates } from './change-cohort-state.ts';

const progress: CohortProgress = {
  state: 'planned',
  slotCount: 80,
  firstDay: '2026-10-05',
  lastDay: '2027-06-15',
  unsignedCount: 0,
  today: '2026-11-23',
};
const rulesOf = (change: Partial<CohortProgress>, to: (typeof cohortStates)[number]) =>
  checkCohortState({ ...progress, ...change }, to).map(({ rule, severity }) => [rule, severity]);

describe('draft → planned → running → completed, or postponed (W46)', () => {
  it('goes along the line', () => {
    expect(rulesOf({ state: 'draft' }, 'planned')).toEqual([]);
    expect(rulesOf({ state: 'planned' }, 'running')).toEqual([]);
    expect(rulesOf({ state: 'running', today: '2027-06-16' }, 'completed')).toEqual([]);
  });

  it('is postponed from any open state and comes back as draft or planned', () => {
    expect(rulesOf({ state: 'running' }, 'postponed')).toEqual([]);
    expect(listNextStates('postponed')).toEqual(['draft', 'planned']);
  });

  it('never leaps, nor stays', () => {
    expect(rulesOf({ state: 'draft' }, 'completed')).toEqual([['cohort.next-state', 'error']]);
    for (const state of cohortStates) expect(listNextStates(state)).not.toContain(state);
  });

  it('is not planned without a calendar', () => {
    expect(rulesOf({ state: 'draft', slotCount: 0 }, 'planned')).toEqual([
      ['cohort.has-calendar', 'error'],
    ]);
  });

  it('warns when it starts before its first half-day', () => {
    expect(rulesOf({ today: '2026-10-04' }, 'running')).toEqual([
      ['cohort.starts-on-first-day', 'warning'],
    ]);
  });

  it('ends after its last half-day, and warns of unsigned sheets', () => {
    expect(rulesOf({ state: 'running', today: '2027-06-15' }, 'completed')).toEqual([
      ['cohort.completed-after-last-day', 'error'],
    ]);
    expect(
      rulesOf({ state: 'running', today: '2027-06-16', unsignedCount: 2 }, 'completed'),
    ).toEqual([['cohort.sheets-signed', 'warning']]);
  });
});
