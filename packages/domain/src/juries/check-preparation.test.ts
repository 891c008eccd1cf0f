import { describe, expect, it } from '@jest/globals';
import { checkPreparation, type PreparationInput } from './check-preparation.ts';

const lina = { id: 'e1', name: 'Abadie Lina', presentedBlockCodes: null };
const max = { id: 'e2', name: 'Bonnet Max', presentedBlockCodes: null };
const cohort = {
  name: 'Automne 2026',
  juryOn: '2027-05-12',
  lastDay: '2027-05-04',
  learners: 2,
  candidates: 2,
  leftOut: [],
};
const session: PreparationInput = {
  state: 'prepared',
  heldOn: '2027-05-12',
  candidates: [lina, max],
  cohorts: [cohort],
  others: [],
  chair: 'employer',
  previous: null,
};
const told = (more: Partial<PreparationInput>) =>
  checkPreparation({ ...session, ...more }).map(({ severity, rule, message }) => {
    expect(severity).toBe('warning');
    return `${rule}: ${message}`;
  });
const other = (...candidates: PreparationInput['candidates'][number][]) => ({
  heldOn: '2027-05-19',
  place: 'Le Mans',
  candidates,
});

describe('a session of the jury in preparation (DOMAIN 4.6)', () => {
  it('has nothing to say when day, cohort and candidates agree', () => {
    expect(told({})).toEqual([]);
    expect(told({ others: [other()] })).toEqual([]);
  });

  it('says that nobody comes before it', () => {
    expect(told({ candidates: [], cohorts: [] })).toEqual([
      expect.stringContaining('jury.candidates: Aucun candidat'),
    ]);
  });

  it('says which other session its candidates are presented to, until it closes', () => {
    const others = [other(lina, max)];
    const sentence =
      'jury.presented-once: 2 candidats sont aussi présentés au jury du 19 mai 2027, Le Mans : Abadie Lina et Bonnet Max. Un bloc ne se décide qu’une fois : retirez-les de l’une des deux sessions.';
    expect(told({ others })).toEqual([sentence]);
    expect(told({ others, state: 'open' })).toEqual([sentence]);
    expect(told({ others, state: 'closed' })).toEqual([]);
  });

  it('says nothing of somebody who presents other blocks elsewhere (S1:L176)', () => {
    const candidates = [{ ...lina, presentedBlockCodes: ['B3'] }];
    const presents = (...codes: string[]) => [other({ ...lina, presentedBlockCodes: codes })];
    expect(told({ candidates, others: presents('B4') })).toEqual([]);
    expect(told({ candidates, others: presents('B3', 'B4') })).toHaveLength(1);
    expect(told({ candidates, others: [other(lina)] })).toHaveLength(1);
  });

  it('says that a cohort plans its jury on another day, or ends after it', () => {
    expect(told({ heldOn: '2027-05-03' })).toEqual([
      expect.stringContaining(
        'jury.day-as-planned: « Automne 2026 » prévoit son jury le 12 mai 2027',
      ),
      expect.stringContaining(
        'jury.day-after-calendar: La dernière demi-journée de « Automne 2026 » est le 4 mai 2027',
      ),
    ]);
    expect(told({ heldOn: '2027-05-03', state: 'open' })).toEqual([]);
  });

  it('names the learners of a cohort who come before no jury, five at most', () => {
    const leftOut = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept'];
    const [sentence] = told({ cohorts: [{ ...cohort, learners: 4, leftOut }] });
    expect(sentence).toContain(
      'jury.candidates-left-out: 7 apprenants de « Automne 2026 » ne passent devant aucun jury : Un, Deux, Trois, Quatre, Cinq et 2 autres.',
    );
  });

  it('holds no cohort to account for one learner who comes alone', () => {
    const alone = { ...cohort, learners: 9, candidates: 1, leftOut: ['Six'], juryOn: '2027-06-01' };
    expect(told({ cohorts: [alone] })).toEqual([]);
  });

  it('says that the same college presides twice running (W35, W36)', () => {
    const previous = { heldOn: '2026-05-18', chair: 'employer' } as const;
    expect(told({ previous })).toEqual([
      'jury.chair-alternates: Le jury du 18 mai 2026 était déjà présidé par un employeur : la présidence alterne, proposez-la à un salarié.',
    ]);
    expect(told({ previous, chair: 'employee' })).toEqual([]);
    expect(told({ previous, chair: null })).toEqual([]);
    expect(told({ previous, state: 'open' })).toEqual([]);
  });
});
