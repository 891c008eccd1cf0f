import type { CalendarSlot } from '@jalon/contract';
import { expect, it } from '@jest/globals';
import { listLines, toLineSlot } from './resource-lines.ts';

const slot: CalendarSlot = {
  id: 'slot',
  cohort: { id: 'cohort', name: 'Rentrée 2026' },
  moduleRunId: 'run',
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'B1-M1',
  name: 'Accueil',
  date: '2026-11-23',
  halfDay: 'morning',
  startsAt: 540,
  minutes: 210,
  trainer: { id: 'roy', name: 'Roy Anne' },
  room: { id: 'blue', name: 'Bleue' },
  site: { id: 'paris', name: 'Paris 9e' },
  mode: 'on_site',
  cancelReason: null,
  recordedCount: 0,
  signerName: null,
  isLocked: false,
  revision: 0,
};
const bare: CalendarSlot = { ...slot, id: 'bare', trainer: null, room: null };
const remote: CalendarSlot = { ...slot, id: 'remote', room: null, mode: 'remote' };

it('trainers who hold nothing have a line; what has no trainer comes first', () => {
  const known = [
    { id: 'roy', name: 'Roy Anne' },
    { id: 'blanc', name: 'Blanc Paul' },
  ];
  expect(
    listLines('formateurs', [slot, bare], known).map(({ name, slots }) => [name, slots.length]),
  ).toEqual([
    ['Sans formateur', 1],
    ['Blanc Paul', 0],
    ['Roy Anne', 1],
  ]);
});

it('what is taught at a distance is not without a room', () => {
  expect(listLines('salles', [slot, bare, remote], []).map(({ name }) => name)).toEqual([
    'Sans salle',
    'Bleue',
    'À distance',
  ]);
});

it('a half-day says what its line does not', () => {
  expect(toLineSlot('cohortes', slot).facts).toBe('Roy Anne · Bleue');
  expect(toLineSlot('formateurs', slot).facts).toBe('Rentrée 2026 · Bleue');
  expect(toLineSlot('salles', bare).facts).toBe('Rentrée 2026 · sans formateur');
  expect(toLineSlot('cohortes', { ...slot, startsAt: 600 }).facts.replaceAll('\u00A0', ' ')).toBe(
    '10 h – 13 h 30 · Roy Anne · Bleue',
  );
});

it('a line for each site, those that hold nothing included', () => {
  const known = [
    { id: 'paris', name: 'Paris 9e' },
    { id: 'lyon', name: 'Lyon' },
  ];
  expect(
    listLines('sites', [slot, remote], known).map(({ name, slots }) => [name, slots.length]),
  ).toEqual([
    ['Lyon', 0],
    ['Paris 9e', 2],
  ]);
});
