import { describe, expect, it } from '@jest/globals';
import { findSummonsObstacle, judgeSummons, type SummonsLine } from './check-summons.ts';

const line: SummonsLine = {
  slotId: 'a',
  date: '2027-01-12',
  startsAt: 540,
  minutes: 210,
  title: 'L’accueil du patient',
  place: 'Salle 2',
  trainerName: 'Anh Nguyen',
};
const past = { ...line, slotId: 'b', date: '2027-01-04' };
const judge = (told: readonly SummonsLine[] | null, now: readonly SummonsLine[]) =>
  judgeSummons({ told, now, today: '2027-01-05' });

describe('a convocation holds as long as day, hour, place and subject do (Qualiopi 9)', () => {
  it('what is over since does not make it wrong, nor does another trainer', () => {
    expect(judge([past, line], [line])).toBe('sent');
    expect(judge([line], [{ ...line, trainerName: 'Sara Bel' }])).toBe('sent');
  });

  it.each([
    ['moved', [{ ...line, date: '2027-01-14' }]],
    ['at another hour', [{ ...line, startsAt: 810 }]],
    ['elsewhere', [{ ...line, place: 'À distance' }]],
    ['added', [line, { ...line, slotId: 'c' }]],
    ['removed', []],
  ])('a half-day %s: it is to be sent again', (_, now) => {
    expect(judge([line], now)).toBe('outdated');
  });

  it('is on its way until its mail is written', () => {
    expect(judge(null, [line])).toBe('sending');
  });
});

describe('whom it cannot be sent to', () => {
  const learner = { hasEmail: true, isActive: true, slotCount: 3 };
  it.each([
    [{}, null],
    [{ hasEmail: false }, 'Adresse mail manquante : complétez le dossier.'],
    [{ slotCount: 0 }, 'Aucun créneau à venir : planifiez la cohorte d’abord.'],
    [{ isActive: false }, 'La formation est terminée ou quittée.'],
  ])('%j', (more, obstacle) => {
    expect(findSummonsObstacle({ ...learner, ...more })).toBe(obstacle);
  });
});
