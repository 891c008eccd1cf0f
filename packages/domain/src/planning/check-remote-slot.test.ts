import { describe, expect, it } from '@jest/globals';
import { checkRemoteSlot } from './check-remote-slot.ts';

const facts = { learners: 25, trainingMinutes: 14 * 60, isAllRemote: true };

describe('W45, Q15: what the OPCO EP caps at a distance is told, never refused', () => {
  it('25 learners and 14 h all at a distance are within the caps', () => {
    expect(checkRemoteSlot(facts)).toEqual([]);
  });

  it('a virtual class of 26', () => {
    expect(checkRemoteSlot({ ...facts, learners: 26 })).toEqual([
      {
        rule: 'slot.remote-at-most-25',
        severity: 'warning',
        path: '/mode',
        message:
          'Ils seraient 26 à distance : l’OPCO EP limite une classe virtuelle à 25 apprenants.',
        source: 'DOMAIN 7, W45, Q15',
      },
    ]);
  });

  it('a training all at a distance, one minute over 14 h; not one of which a half-day is on site', () => {
    const longer = { ...facts, trainingMinutes: 14 * 60 + 1 };
    expect(checkRemoteSlot(longer)).toMatchObject([
      { rule: 'slot.all-remote-at-most-14h', severity: 'warning', path: '/mode' },
    ]);
    expect(checkRemoteSlot({ ...longer, isAllRemote: false })).toEqual([]);
  });
});
