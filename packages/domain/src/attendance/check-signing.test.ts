import { describe, expect, it } from '@jest/globals';
import { checkSigning, type SigningFacts } from './check-signing.ts';

const facts: SigningFacts = {
  slot: { date: '2026-11-23', startsAt: 540, minutes: 210 },
  now: { day: '2026-11-23', minute: 750 },
  trainerName: 'Petit Sophie',
  isTrainer: true,
  unrecordedNames: [],
};
const rulesOf = (change: Partial<SigningFacts>) =>
  checkSigning({ ...facts, ...change }).map(({ rule }) => rule);

describe('DOMAIN 8.1: the trainer countersigns after the slot; nobody signs for another', () => {
  it('its trainer signs at the end, a quarter of an hour before it, or days later', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ now: { day: '2026-11-23', minute: 735 } })).toEqual([]);
    expect(rulesOf({ now: { day: '2026-12-01', minute: 0 } })).toEqual([]);
  });

  it('not in the middle of the half-day', () => {
    expect(rulesOf({ now: { day: '2026-11-23', minute: 734 } })).toEqual([
      'attendance.signed-at-the-end',
    ]);
  });

  it('not by anybody else', () => {
    expect(rulesOf({ isTrainer: false })).toEqual(['attendance.signed-by-own-trainer']);
    expect(checkSigning({ ...facts, isTrainer: false })[0]?.message).toBe(
      'Cette feuille se signe par Petit Sophie : personne ne signe pour un autre.',
    );
    expect(checkSigning({ ...facts, isTrainer: false, trainerName: null })[0]?.message).toMatch(
      'Aucun formateur n’est désigné',
    );
  });

  it('not while somebody expected is not recorded', () => {
    expect(rulesOf({ unrecordedNames: ['Abadie Lina'] })).toEqual(['attendance.all-recorded']);
    expect(checkSigning({ ...facts, unrecordedNames: ['Abadie Lina'] })[0]?.message).toBe(
      '1 apprenant à noter avant de signer : Abadie Lina.',
    );
  });
});
