import { describe, expect, it } from '@jest/globals';
import { listProgramme } from '../frameworks/list-programme.ts';
import { afgsuObtained, appraisalOf, leMans, resultsOf } from '../test-records.ts';
import { describeLearner, type LearnerFacts } from './describe-learner.ts';

const today = '2026-11-23';
const codes = leMans.blocks.map(({ code }) => code);

const allDone = listProgramme(leMans).map(({ kind, blockCode, moduleCode, minutes }) => ({
  kind,
  blockCode,
  moduleCode,
  expected: minutes,
  attended: minutes,
  awaiting: 0,
  absent: 0,
  done: minutes,
  unsigned: 0,
}));
const complete: LearnerFacts = {
  items: allDone,
  halfDays: [],
  route: 'continuing_training',
  dispensations: [],
  appraisals: codes.map((code) => appraisalOf(code, 'mastered')),
  asked: [],
  results: codes.flatMap((code) => resultsOf(code, '+++++')),
  credentials: [afgsuObtained('2026-03-04')],
  decisions: [],
  isCertified: false,
  nextEvaluations: [],
  nextJuryOn: '2026-12-18',
  tutorName: 'Ferrand Hélène',
};
const acquiredOn = (decidedOn: string) => ({
  blockCode: 'B1',
  jurySessionId: decidedOn,
  carriedFrom: null,
  decidedOn,
  decision: 'acquired' as const,
});
const lineOf = (change: Partial<LearnerFacts> = {}) =>
  describeLearner(leMans, { ...complete, ...change }, today);

describe('a line of the readiness board', () => {
  it('is ready when every block is ready or acquired already', () => {
    const line = lineOf({
      decisions: [acquiredOn('2026-06-12')],
    });
    expect(line.cells.map(({ state }) => state)).toEqual(['acquired', 'ready', 'ready', 'ready']);
    expect(line).toMatchObject({ isReady: true, isAtRisk: false });
    expect(line.hours.total).toMatchObject({ due: 279 * 60, done: 279 * 60, missing: 0 });
  });

  it('a VAE has nothing to attend, and gets ready by the same épreuves, appraisals and AFGSU (DOMAIN 4.7)', () => {
    const vae = { route: 'vae', items: [] } as const;
    expect(lineOf(vae)).toMatchObject({ isReady: true, isAcquired: false });
    expect(lineOf({ ...vae, results: [] })).toMatchObject({ isReady: false, isAtRisk: true });
  });

  it('is at risk as soon as one block misses something', () => {
    const line = lineOf({ appraisals: complete.appraisals.slice(1) });
    expect(line).toMatchObject({ isReady: false, isAtRisk: true });
  });

  it('is neither while it is being taught', () => {
    const line = lineOf({ items: [], appraisals: [], results: [], credentials: [] });
    expect(line).toMatchObject({ isReady: false, isAtRisk: false });
  });

  it('is at risk below 80 % of the expected half-days (Q13), though every block is ready', () => {
    const items = allDone.map((item) => ({ ...item, attended: item.attended * 0.79 }));
    expect(lineOf({ items })).toMatchObject({ isReady: true, isAtRisk: true });
  });

  it('a sheet that waits for its trainer’s signature is not held against the learner (8.1 b)', () => {
    const items = allDone.map((item) => ({
      ...item,
      attended: 0,
      awaiting: item.attended,
      done: 0,
      unsigned: item.done,
    }));
    const line = lineOf({ items });
    expect(line.isAtRisk).toBe(false);
    expect(line.hours).toMatchObject({ rate: 0, total: { done: 0, unsigned: 279 * 60 } });
  });

  it('has no jury ahead once every block is acquired: neither ready nor at risk', () => {
    const decisions = codes.map((blockCode) => ({
      blockCode,
      decision: 'acquired' as const,
      decidedOn: '2026-11-20',
      carriedFrom: null,
    }));
    const items = allDone.map((item) => ({ ...item, attended: 0 }));
    expect(lineOf({ decisions, items })).toMatchObject({
      isAcquired: true,
      isReady: false,
      isAtRisk: false,
    });
    expect(lineOf().isAcquired).toBe(false);
  });

  it('a block dispensed still has its épreuves to take: not ready (Q3)', () => {
    const line = lineOf({
      items: [],
      results: [],
      dispensations: [
        { blockCode: 'B2', moduleCode: null, grantedMinutes: 75 * 60, state: 'granted' },
      ],
    });
    expect(line.isReady).toBe(false);
    expect(line.hours.total.waived).toBe(75 * 60);
  });
});

describe('where an acquired block is kept 24 months (DOMAIN 4.4)', () => {
  const kept = { ...leMans, blockRetentionMonths: 24 };
  const firstCell = (change: Partial<LearnerFacts>) =>
    describeLearner(kept, { ...complete, ...change }, today).cells[0];

  it('until its last day it is acquired, and says until when', () => {
    expect(firstCell({ decisions: [acquiredOn('2024-11-24')] })).toMatchObject({
      state: 'acquired',
      keptUntil: '2026-11-24',
    });
  });

  it('from then on it is to be presented again, until it is acquired again', () => {
    const lapsed = acquiredOn('2024-11-23');
    expect(firstCell({ decisions: [lapsed], results: [], appraisals: [] })).toMatchObject({
      state: 'lapsed',
      label: 'Plus conservé',
      fact: 'acquis le 23/11/2024, jusqu’au 22/11/2026 · à représenter',
      keptUntil: null,
    });
    expect(firstCell({ decisions: [lapsed, acquiredOn('2026-11-23')] })).toMatchObject({
      state: 'acquired',
      fact: 'jury du 23/11/2026',
    });
  });

  it('for good once the title is issued', () => {
    const decisions = [acquiredOn('2020-06-12')];
    expect(firstCell({ decisions, isCertified: true })).toMatchObject({
      state: 'acquired',
      keptUntil: null,
    });
  });
});
