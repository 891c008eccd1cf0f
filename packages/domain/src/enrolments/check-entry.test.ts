import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { cqpAm2024Short } from '../frameworks/data/cqp-am-2024-266.ts';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import type { Framework } from '../frameworks/framework.ts';
import { frameworkLibrary } from '../frameworks/library.ts';
import { type EntryProfile, entryProfiles } from '../vocabulary.ts';
import { checkEntry } from './check-entry.ts';

const outcome = (
  framework: Framework,
  profile: EntryProfile,
  diplomaLevel: number | null = null,
  experienceYears: number | null = null,
) => checkEntry({ framework, profile, diplomaLevel, experienceYears }).outcome;

describe('DOMAIN 5.1: level 4 for school leavers, job-seekers and certified secretaries', () => {
  it.each([cqpAm2022Afbb, cqpAm2024Short, cqpAm40913LeMans])('$code', (framework) => {
    for (const profile of ['school_leaver', 'jobseeker', 'medical_secretary_certified'] as const) {
      expect(outcome(framework, profile, 4)).toBe('eligible');
      expect(outcome(framework, profile, 3)).toBe('not_eligible');
      expect(outcome(framework, profile, null)).toBe('to_verify');
    }
  });
});

it('DOMAIN 5.1: the level that is missing is said by its rule, a profile not cited by its own', () => {
  const rules = (framework: Framework, profile: EntryProfile, level: number | null) =>
    checkEntry({ framework, profile, diplomaLevel: level, experienceYears: null })
      .reasons.filter(({ met }) => !met)
      .map(({ rule }) => rule);
  expect(rules(cqpAm40913LeMans, 'school_leaver', 3)).toEqual(['entry.level-reached']);
  expect(rules(cqpAm40913LeMans, 'school_leaver', null)).toEqual(['entry.level-reached']);
  expect(rules(fae112, 'school_leaver', 6)).toEqual(['entry.profile-listed']);
});

describe('DOMAIN 5.1: an uncertified secretary needs 3 years in 2022, 1 year since (W10)', () => {
  it.each([
    [cqpAm2022Afbb, 3],
    [cqpAm2024Short, 1],
    [cqpAm40913LeMans, 1],
  ] as const)('$0.code: $1', (framework, years) => {
    const profile = 'medical_secretary_uncertified';
    expect(outcome(framework, profile, null, years)).toBe('eligible');
    expect(outcome(framework, profile, 4, years - 0.5)).toBe('not_eligible');
    expect(outcome(framework, profile, 4, null)).toBe('to_verify');
  });

  it('says what is held and what is needed, with the source', () => {
    const { reasons } = checkEntry({
      framework: cqpAm2022Afbb,
      profile: 'medical_secretary_uncertified',
      diplomaLevel: null,
      experienceYears: 1.5,
    });
    expect(reasons.at(-1)).toEqual({
      rule: 'entry.experience-reached',
      met: false,
      facts: '1,5 an d’expérience, il faut 3 ans d’expérience comme secrétaire médicale.',
      source: 'S0:L94',
    });
  });
});

describe('DOMAIN 5.1: profiles on which the sources disagree', () => {
  it('a dental assistant: level-4 title at Le Mans (S1:L57), not mentioned by afbb', () => {
    expect(outcome(cqpAm40913LeMans, 'dental_assistant_certified', 4)).toBe('eligible');
    expect(outcome(cqpAm2022Afbb, 'dental_assistant_certified', 4)).toBe('to_verify');
  });

  it.each(['ide', 'deas', 'deap'] as const)('%s: FAE at once, CQP to be verified', (profile) => {
    expect(outcome(fae112, profile)).toBe('eligible');
    expect(outcome(cqpAm2024Short, profile)).toBe('eligible');
    expect(outcome(cqpAm40913LeMans, profile)).toBe('to_verify');
    expect(outcome(cqpAm2022Afbb, profile)).toBe('to_verify');
  });

  it('the FAE is closed to everybody else (arrêté of 7 November 2019, W4)', () => {
    expect(outcome(fae112, 'school_leaver', 6, 20)).toBe('not_eligible');
  });
});

it('a better proof never makes the outcome worse, and there is always a reason', () => {
  const rank = { not_eligible: 0, to_verify: 1, eligible: 2 };
  fc.assert(
    fc.property(
      fc.constantFrom(...frameworkLibrary),
      fc.constantFrom(...entryProfiles),
      fc.integer({ min: 3, max: 7 }),
      fc.integer({ min: 0, max: 10 }),
      (framework, profile, level, years) => {
        const now = checkEntry({ framework, profile, diplomaLevel: level, experienceYears: years });
        const better = outcome(framework, profile, level + 1, years + 1);
        expect(rank[better]).toBeGreaterThanOrEqual(rank[now.outcome]);
        expect(now.reasons.length).toBeGreaterThan(0);
        expect(now.reasons.every(({ met }) => met)).toBe(now.outcome === 'eligible');
      },
    ),
  );
});
