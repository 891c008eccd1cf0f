import { describe, expect, it } from '@jest/globals';
import { type PositioningFacts, readPositioning } from './read-positioning.ts';

const facts: PositioningFacts = {
  route: 'continuing_training',
  state: 'active',
  startsOn: '2026-12-07',
  cohortPositioningOn: null,
  positioning: null,
};
const held = {
  heldOn: '2026-11-20',
  ledBy: 'Claire Morvan',
  outcome: 'admitted',
  adaptation: null,
  motive: null,
} as const;
const read = (change: Partial<PositioningFacts>, today = '2026-11-23') =>
  readPositioning({ ...facts, ...change }, today);

describe('DOMAIN 5.3, W38: a trace for each beneficiary, before the first day', () => {
  it('asked for up to the first day, with the day that the cohort planned', () => {
    expect(read({})).toMatchObject({
      state: 'to_do',
      source: 'DOMAIN 5.3, Qualiopi indicateur 8, W38',
    });
    expect(read({}, '2026-12-07')?.state).toBe('to_do');
    expect(read({ cohortPositioningOn: '2026-11-30' })?.sentence).toContain('30 novembre 2026');
  });

  it('missing once the course began without it, or ended', () => {
    expect(read({}, '2026-12-08')?.state).toBe('missing');
    expect(read({ state: 'withdrawn' })?.state).toBe('missing');
  });

  it('a VAE has no positioning to do', () => {
    expect(read({ route: 'vae' })).toBeNull();
  });

  it('done, by whom and when', () => {
    expect(read({ positioning: held })).toMatchObject({
      state: 'done',
      sentence: 'Admission, décidée le 20 novembre 2026 par Claire Morvan.',
    });
  });

  it('held after the first day is said, not refused', () => {
    expect(read({ positioning: { ...held, heldOn: '2026-12-08' } }, '2026-12-10')?.state).toBe(
      'late',
    );
  });

  it('refused and enrolled all the same: a person settles it', () => {
    const positioning = { ...held, outcome: 'refused', motive: 'Niveau' } as const;
    expect(read({ positioning })?.state).toBe('enrolled_though_refused');
    expect(read({ positioning, state: 'withdrawn' })?.state).toBe('done');
  });
});
