import { describe, expect, it } from '@jest/globals';
import { type AttendedRun, checkRemoteRuns, checkRemoteSlot } from './check-remote-caps.ts';

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

describe('W45, Q15: the same caps over the runs of a cohort, or of a path', () => {
  const halfDay = { minutes: 210, isRemote: true };
  const run: AttendedRun = {
    kind: 'training',
    blockCode: 'B1',
    moduleCode: 'M1',
    name: 'Accueil',
    learners: 26,
    slots: [halfDay],
  };
  const messages = (runs: readonly AttendedRun[]) =>
    checkRemoteRuns(runs, '/cohortId').map(({ message }) => message);

  it('25 at a distance, or 26 on site, say nothing; no half-day either', () => {
    expect(messages([{ ...run, learners: 25 }])).toEqual([]);
    expect(messages([{ ...run, slots: [{ ...halfDay, isRemote: false }] }])).toEqual([]);
    expect(messages([{ ...run, slots: [] }])).toEqual([]);
  });

  it('the 26th of a virtual class, at the field where the screen asks for it', () => {
    expect(checkRemoteRuns([run], '/cohortId')).toEqual([
      {
        rule: 'slot.remote-at-most-25',
        severity: 'warning',
        path: '/cohortId',
        message:
          'Classe virtuelle de 26 apprenants pour « Accueil » : l’OPCO EP limite une classe virtuelle à 25 apprenants.',
        source: 'DOMAIN 7, W45, Q15',
      },
    ]);
  });

  it('many modules are one remark, which names three of them', () => {
    const runs = ['A', 'B', 'C', 'D', 'E'].map((name, index) => ({
      ...run,
      moduleCode: name,
      name,
      learners: 26 + index,
      slots: [halfDay, { ...halfDay, isRemote: false }],
    }));
    expect(messages(runs)).toEqual([
      'Classe virtuelle de 30 apprenants pour « A », « B », « C » et 2 autres modules : l’OPCO EP limite une classe virtuelle à 25 apprenants.',
    ]);
  });

  it('all at a distance: groups of a module count its hours once, one half-day on site is enough', () => {
    const group = { ...run, learners: 12, slots: Array.from({ length: 4 }, () => halfDay) };
    expect(messages([group, group])).toEqual([]);
    const other = { ...group, moduleCode: 'M2', slots: [{ ...halfDay, minutes: 1 }] };
    expect(messages([group, group, other])).toEqual([
      'Toute la formation à distance, 14 h 01 : l’OPCO EP n’en finance que 14 h.',
    ]);
    expect(
      messages([group, { ...other, slots: [{ ...halfDay, minutes: 1, isRemote: false }] }]),
    ).toEqual([]);
  });
});
