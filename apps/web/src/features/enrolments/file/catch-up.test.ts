import type { PathStepView } from '@jalon/contract';
import { expect, it } from '@jest/globals';
import {
  acceptProposals,
  listProposals,
  listProposedDays,
  listWithoutPlace,
  tellProposal,
} from './catch-up.ts';

const step = (more: Partial<PathStepView>): PathStepView => ({
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'B1-M1',
  name: 'Examens',
  minutes: 1260,
  state: 'to_plan',
  moduleRunId: null,
  reason: 'À planifier.',
  proposedRunId: null,
  proposedDays: [],
  options: [],
  ...more,
});
const spring = {
  moduleRunId: 'spring',
  cohortId: 'c',
  cohortName: 'Printemps 2027',
  isOwn: false,
  firstDay: '2027-03-01',
  lastDay: '2027-03-02',
  freePlaces: 3,
};
const missed = step({
  proposedRunId: 'spring',
  proposedDays: ['2027-03-01', '2027-03-02'],
  options: [spring],
});
const followed = step({ state: 'own', moduleRunId: 'own', moduleCode: 'B1-M2' });
const hopeless = step({ moduleCode: 'B1-M3', reason: 'Aucune autre cohorte ne le propose.' });
const file = { path: [missed, followed, hopeless] };

it('a catch-up says with which cohort, on which days, and how many places are left', () => {
  expect(tellProposal(missed)).toBe(
    'Avec « Printemps 2027 », 2 jours, du 1er mars 2027 au 2 mars 2027. 3 places libres.',
  );
  expect(listProposedDays(missed)).toBe('1er et 2 mars');
  const long = step({ proposedDays: ['2027-01-13', '2027-01-14', '2027-02-03'] });
  expect(listProposedDays(long)).toBe('13 et 14 janvier ; 3 février');
});

it('what has no place is told apart', () => {
  expect(listProposals(file)).toEqual([missed]);
  expect(listWithoutPlace(file)).toEqual([hopeless]);
});

it('only what is accepted joins the path; what it has stays', () => {
  expect(acceptProposals(file, new Set())).toEqual([null, 'own', null]);
  expect(acceptProposals(file, new Set(['spring']))).toEqual(['spring', 'own', null]);
});
