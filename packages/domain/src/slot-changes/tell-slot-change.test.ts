import { describe, expect, it } from '@jest/globals';
import { type KnownSlot, tellSlotChange, tellSlotChanges } from './tell-slot-change.ts';

const slot: KnownSlot = {
  title: 'L’accueil du patient',
  date: '2027-01-12',
  startsAt: 540,
  minutes: 210,
  isRemote: false,
  roomName: 'Salle 2',
  trainerName: 'Anh Nguyen',
};
const today = '2027-01-04';
const tell = (before: Partial<KnownSlot> | null, after: Partial<KnownSlot> | null) =>
  tellSlotChange(before && { ...slot, ...before }, after && { ...slot, ...after }, today);

describe('what is worth a mail (Qualiopi 9)', () => {
  it('a half-day cancelled, removed or no longer theirs', () => {
    expect(tell({}, null)).toEqual({
      kind: 'cancelled',
      date: '2027-01-12',
      text: 'Annulé : mardi 12 janvier 2027 de 9 h à 12 h 30, L’accueil du patient.',
    });
  });

  it('another day or another hour, with the place when it is known', () => {
    expect(tell({}, { date: '2027-01-14', startsAt: 810 })?.text).toBe(
      'Déplacé : L’accueil du patient, du mardi 12 janvier 2027 de 9 h à 12 h 30 au jeudi 14 janvier 2027 de 13 h 30 à 17 h, Salle 2.',
    );
  });

  it('a half-day added', () => {
    expect(tell(null, { roomName: null })?.text).toBe(
      'Ajouté : mardi 12 janvier 2027 de 9 h à 12 h 30, L’accueil du patient.',
    );
  });

  it('another room, or at a distance from now on', () => {
    expect(tell({}, { roomName: 'Salle 5' })?.text).toBe(
      'Lieu : mardi 12 janvier 2027 de 9 h à 12 h 30, L’accueil du patient, Salle 5 au lieu de Salle 2.',
    );
    expect(tell({}, { isRemote: true })?.text).toMatch('à distance au lieu de Salle 2');
    expect(tell({}, { roomName: null })?.text).toMatch('salle à venir au lieu de Salle 2');
  });

  it('another trainer, another module', () => {
    expect(tell({}, { trainerName: 'Sara Bel' })?.text).toMatch('Sara Bel au lieu d’Anh Nguyen');
    expect(tell({}, { title: 'Le secret médical' })?.text).toMatch(
      'Le secret médical au lieu de L’accueil du patient',
    );
  });
});

describe('what is not', () => {
  it('what is over: neither the past put right nor a past half-day removed', () => {
    expect(tell({ date: '2027-01-03' }, { date: '2027-01-03', roomName: 'Salle 5' })).toBeNull();
    expect(tell({ date: '2027-01-03' }, null)).toBeNull();
    expect(tell(null, { date: '2027-01-03' })).toBeNull();
  });

  it('a half-day that moves from the past into the future, or back, is told', () => {
    expect(tell({ date: '2027-01-03' }, {})?.kind).toBe('moved');
    expect(tell({}, { date: '2027-01-03' })?.kind).toBe('moved');
  });

  it('a first room or a first trainer: nothing they knew has changed', () => {
    expect(tell({ roomName: null }, {})).toBeNull();
    expect(tell({ trainerName: null }, {})).toBeNull();
  });

  it('nothing at all', () => {
    expect(tell({}, {})).toBeNull();
    expect(tell(null, null)).toBeNull();
  });
});

describe('several changes in one mail', () => {
  const tellAll = (
    changes: readonly (readonly [Partial<KnownSlot> | null, Partial<KnownSlot> | null])[],
  ) =>
    tellSlotChanges(
      changes.map(([before, after]) => ({
        before: before && { ...slot, ...before },
        after: after && { ...slot, ...after },
      })),
      today,
    ).map(({ text }) => text);

  it('the nearest day first', () => {
    const [first, second] = tellAll([
      [{ date: '2027-03-01' }, null],
      [null, { date: '2027-02-01' }],
    ]);
    expect(first).toMatch(/^Ajouté : lundi 1er février/);
    expect(second).toMatch(/^Annulé : lundi 1er mars/);
  });

  it('one group’s half-day for another’s at the same hour: the room, and nothing when it is the same', () => {
    expect(
      tellAll([
        [{}, null],
        [null, { roomName: 'Salle 5' }],
      ]),
    ).toEqual([
      'Lieu : mardi 12 janvier 2027 de 9 h à 12 h 30, L’accueil du patient, Salle 5 au lieu de Salle 2.',
    ]);
    expect(
      tellAll([
        [null, {}],
        [{}, null],
      ]),
    ).toEqual([]);
  });

  it('another title or another hour stays apart: a tutor’s learners are not one another', () => {
    expect(
      tellAll([
        [{ title: 'Lina Abadie' }, null],
        [null, { title: 'Tom Roux' }],
        [null, { startsAt: 810 }],
      ]),
    ).toHaveLength(3);
  });
});
