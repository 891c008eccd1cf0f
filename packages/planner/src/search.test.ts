import type { PlanSlot } from '@jalon/domain';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { drawAfbbYear } from './instances.ts';
import { planYear } from './plan-year.ts';
import { cutShort, type FoundPlan, type SearchRequest, searchPlan } from './search.ts';
import { cohort, problemOf, run, slot, trainer } from './test-problem.ts';

const problem = drawAfbbYear(3);
const today = '2027-01-11';
const signals = { isCancelled: () => false, onProgress: () => {} };
let current: readonly PlanSlot[];

beforeAll(async () => {
  ({ slots: current } = await planYear(problem, { seconds: 60, gap: 0.03 }));
}, 180_000);

/** A repair asked on 11 January. */
const repair = (changes: Partial<SearchRequest['problem']>) =>
  searchPlan(
    {
      kind: 'repair',
      problem: { ...problem, placeFrom: today, ...changes },
      current,
      open: [],
      seconds: 60,
      gap: 0.01,
    },
    signals,
  );

describe('a lock that no longer holds does not stop a repair', () => {
  it('it stays as it is, and is named', async () => {
    const ahead = current.filter(({ date }) => date >= today);
    const [locked] = ahead;
    if (!locked) throw new Error('somebody teaches in January');
    const away = { from: today, to: locked.date, label: 'Arrêt' };
    const outcome = await repair({
      locked: [...current.filter(({ date }) => date < today), { ...locked }],
      trainers: problem.trainers.map((one) =>
        one.id === locked.trainerId ? { ...one, absences: [...one.absences, away] } : one,
      ),
    });
    expect(outcome).toMatchObject({ status: 'found', unplaced: [] });
    expect(outcome.slots).toContainEqual(locked);
    expect(outcome.notes).toEqual([
      expect.stringMatching(/^Un créneau verrouillé ne tient plus\. .* Déverrouillez-le\.$/),
    ]);
  }, 120_000);

  it('a cohort that cannot be repaired says what it lacks', async () => {
    const outcome = await repair({
      locked: current.filter(({ date }) => date < today),
      trainers: problem.trainers.map((one) => ({ ...one, accreditations: [], works: [] })),
    });
    expect(outcome.unplaced).toMatchObject([{ cohortId: 'afbb', conflict: null }]);
    expect(outcome.unplaced[0]?.shortages.length).toBeGreaterThan(0);
    expect(outcome.notes.every((note) => note.startsWith('Un créneau verrouillé'))).toBe(true);
  }, 120_000);
});

const asked: SearchRequest = {
  kind: 'year',
  problem: problemOf({ runs: [run('M1'), run('M2')] }),
  current: [],
  open: [],
  seconds: 20,
  gap: 0.01,
};

describe('a search that is cut short', () => {
  it('keeps the plan that it had told last, as if it had ended there', async () => {
    const told: FoundPlan[] = [];
    const outcome = await searchPlan(asked, {
      isCancelled: () => false,
      onProgress: () => {},
      onFound: (found) => told.push(found),
    });
    expect(outcome).toMatchObject({ status: 'found', wasCancelled: false, unplaced: [] });
    expect(outcome.slots).toHaveLength(4);
    expect(cutShort(asked, told.at(-1) ?? null)).toEqual({ ...outcome, wasCancelled: true });
  });

  it('a repair tells each cohort as it goes, and keeps those that it has repaired', async () => {
    const [monday, tuesday] = ['c', 'd'].map((id) => ({ ...cohort(3), id }));
    if (!monday || !tuesday) throw new Error('two cohorts');
    const others = { ...run('M2', { cohortId: 'd' }), id: 'd/B1/M2/1' };
    const away = { absences: [{ from: '2027-01-04', to: '2027-01-04', label: 'Grippe' }] };
    const request: SearchRequest = {
      ...asked,
      kind: 'repair',
      problem: problemOf({
        cohorts: [monday, tuesday],
        runs: [run('M1'), others],
        trainers: [trainer('Roy', away), trainer('Petit'), trainer('Blanc')],
      }),
      current: ['2027-01-04', '2027-01-11'].flatMap((date) => [
        slot('c/B1/M1/1', date, 'Roy'),
        { ...slot(others.id, date, 'Petit'), startsAt: 810, halfDay: 'afternoon' as const },
      ]),
    };
    const told: FoundPlan[] = [];
    const placed: number[] = [];
    const outcome = await searchPlan(request, {
      isCancelled: () => false,
      onProgress: ({ phase, cohortsPlaced }) => phase === 'repair' && placed.push(cohortsPlaced),
      onFound: (found) => told.push(found),
    });
    expect(outcome.status).toBe('found');
    expect(placed[0]).toBe(0);
    expect(placed.length).toBeGreaterThan(1);
    expect(told.length).toBeGreaterThan(0);
    const { slots, movesBound } = cutShort(request, told[0] ?? null);
    expect([slots, movesBound]).toEqual([outcome.slots, outcome.movesBound]);
  });

  it('before anything was found, has nothing and explains nothing but what was missing at the start', () => {
    expect(cutShort(asked, null)).toMatchObject({
      status: 'nothing',
      slots: [],
      boundCents: null,
      unplaced: [{ cohortId: 'c', shortages: [], conflict: null }],
    });
    const nobody = {
      ...asked,
      problem: problemOf({ trainers: [trainer('Roy', { subjects: [] })] }),
    };
    const [only] = cutShort(nobody, null).unplaced;
    expect(only?.shortages.length).toBeGreaterThan(0);
  });
});

describe('a cohort left without a plan keeps its calendar', () => {
  const stuck = { ...run('X', { cohortId: 'd' }), id: 'd/B1/X/1' };
  const held = { ...slot(stuck.id, '2027-01-04', 'Roy'), roomId: null, isRemote: false };
  const both: SearchRequest = {
    ...asked,
    problem: problemOf({
      cohorts: [cohort(1), { ...cohort(3), id: 'd' }],
      runs: [run('M1'), stuck],
      trainers: [trainer('Roy')],
    }),
  };

  it('whose trainer nobody else is given, on a half-day that has no room yet as well', async () => {
    const free = await searchPlan(both, signals);
    expect(free.unplaced.map(({ cohortId }) => cohortId)).toEqual(['d']);
    const taken = await searchPlan({ ...both, open: [held] }, signals);
    expect(taken.unplaced.map(({ cohortId }) => cohortId).toSorted()).toEqual(['c', 'd']);
  });
});

describe('a full year that the solver cannot place', () => {
  it('is explained within the time of the search', async () => {
    const subjects = [...new Set(problem.runs.map(({ subject }) => subject))];
    const [first] = problem.trainers;
    if (!first) throw new Error('the instance has trainers');
    const alone = {
      ...first,
      subjects,
      accreditations: ['AFGSU1'],
      absences: [],
      avoids: [],
      maxMinutesPerWeek: 210,
    };
    const year = { ...asked, problem: { ...problem, trainers: [alone] }, seconds: 60 };
    const { unplaced } = await searchPlan(year, signals);
    const [{ conflict, shortages } = {}] = unplaced;
    expect(shortages).toEqual([]);
    expect(conflict?.sentence).toMatch(/^Promotion afbb : .* ne tiennent pas ensemble\.$/);
    const named = problem.runs.filter(({ name }) => conflict?.sentence.includes(name));
    expect(named.length).toBeLessThan(problem.runs.length / 2);
  }, 180_000);
});
