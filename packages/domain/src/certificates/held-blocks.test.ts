import { describe, expect, it } from '@jest/globals';
import { leMans } from '../test-records.ts';
import {
  findStandingVerdict,
  heldVerdicts,
  lastDecisionDay,
  tellKeptUntil,
  tellRetention,
} from './held-blocks.ts';

const decided = (decidedOn: string, decision: 'acquired' | 'not_acquired' = 'acquired') => ({
  blockCode: 'B1',
  decision,
  decidedOn,
});
const standing = (onDate: string, ...decisions: ReturnType<typeof decided>[]) => {
  const found = findStandingVerdict(decisions, 24, onDate);
  return found && [found.verdict.decidedOn, found.isHeld];
};

describe('the decision by which a block stands, kept 24 months (S1:L176, DOMAIN 4.4)', () => {
  it('the first acquisition still kept: a later one has no effect while it lasts', () => {
    const twice = [decided('2026-12-18'), decided('2026-06-12')];
    expect(standing('2026-12-20', ...twice)).toEqual(['2026-06-12', true]);
    expect(standing('2028-06-12', ...twice)).toEqual(['2026-12-18', true]);
    expect(standing('2028-12-18', ...twice)).toEqual(['2026-12-18', false]);
  });

  it('a refusal takes nothing away while it lasts, and counts once it is over', () => {
    const refusedSince = [decided('2024-06-12'), decided('2026-03-12', 'not_acquired')];
    expect(standing('2026-06-11', ...refusedSince)).toEqual(['2024-06-12', true]);
    expect(standing('2026-06-12', ...refusedSince)).toEqual(['2026-03-12', false]);
    expect(standing('2026-06-12')).toBeNull();
  });

  it('the blocks held, and the day on which the AFGSU must be valid, rest on it (Q6)', () => {
    const kept = { ...leMans, blockRetentionMonths: 24 };
    const verdicts = [
      decided('2026-06-12'),
      decided('2026-12-18'),
      { ...decided('2026-09-18'), blockCode: 'B2' },
    ];
    const days = (onDate: string) =>
      heldVerdicts(kept, verdicts, onDate).map((one) => one.decidedOn);
    expect(days('2026-12-20')).toEqual(['2026-06-12', '2026-09-18']);
    expect(lastDecisionDay(kept, verdicts, '2026-12-20')).toBe('2026-09-18');
    expect(lastDecisionDay(kept, verdicts, '2028-07-01')).toBe('2026-12-18');
    expect(lastDecisionDay(kept, [], '2026-12-20')).toBeNull();
  });
});

it('words say how long, and the last day included', () => {
  expect(tellKeptUntil(null)).toBe('conservé sans limite de durée');
  expect(tellKeptUntil('2028-06-12')).toBe('conservé jusqu’au 11 juin 2028 inclus');
  expect(tellRetention(24)).toMatch(/sont conservés 24 mois et figurent/);
  expect(tellRetention(null)).toMatch(/sont conservés sans limite de durée/);
});
