import { describe, expect, it } from '@jest/globals';
import {
  type CohortJuries,
  findCohortJury,
  isJuryForeseen,
  tellCohortJury,
} from './find-cohort-jury.ts';

const four: CohortJuries = { plannedOn: null, sessionDays: [], learners: 4, today: '2026-11-23' };
const find = (more: Partial<CohortJuries>) => findCohortJury({ ...four, ...more });
const tell = (more: Partial<CohortJuries>) => tellCohortJury({ ...four, ...more });
const [may, june] = ['2027-05-12', '2027-06-01'];

describe('the programme, AFGSU included, is over before the cohort’s jury (DOMAIN 12)', () => {
  it('the session at which at least half of its learners pass', () => {
    expect(find({ sessionDays: [may, may] })).toBe(may);
    expect(find({ sessionDays: [may, june, june] })).toBe(june);
    expect(find({ sessionDays: [june, may, june, may] })).toBe(may);
  });

  it('a session of fewer binds their own paths, not the cohort (W3)', () => {
    expect(find({ sessionDays: [may] })).toBeNull();
    expect(find({ sessionDays: [may, may], learners: 5 })).toBeNull();
    expect(find({ sessionDays: [may], learners: 1 })).toBeNull();
    expect(find({ sessionDays: [may], plannedOn: june })).toBe(june);
  });

  it('or the jury that its settings give, whichever comes first', () => {
    expect(find({ sessionDays: [may, may], plannedOn: june })).toBe(may);
    expect(find({ sessionDays: [june, june], plannedOn: may })).toBe(may);
  });

  it('a jury that is past binds nothing any more', () => {
    expect(find({ plannedOn: '2026-11-22', sessionDays: ['2026-10-01', '2026-10-01'] })).toBeNull();
    expect(find({})).toBeNull();
  });
});

describe('the jury in a cohort’s own calendar', () => {
  it('the planned day, until a session of at least half of its learners takes its place', () => {
    expect(tell({ plannedOn: may })).toBe(may);
    expect(tell({ plannedOn: may, sessionDays: [june, june] })).toBe(june);
    expect(tell({ sessionDays: [june, june] })).toBe(june);
  });

  it('a session of fewer is told to them alone (W3)', () => {
    expect(tell({ sessionDays: [may] })).toBeNull();
    expect(tell({ plannedOn: june, sessionDays: [may] })).toBe(june);
  });

  it('the planned day stands for those who have no session yet, and for a cohort still empty', () => {
    expect(isJuryForeseen({ sessionDays: [], learners: 0 })).toBe(true);
    expect(isJuryForeseen({ sessionDays: [may], learners: 4 })).toBe(true);
    expect(isJuryForeseen({ sessionDays: [may, may], learners: 4 })).toBe(false);
    expect(isJuryForeseen({ sessionDays: [may], learners: 1 })).toBe(false);
  });

  it('nothing once it is past', () => {
    expect(tell({ plannedOn: '2026-11-22' })).toBeNull();
  });
});
