import { describe, expect, it } from '@jest/globals';
import { listProgramme } from '../frameworks/list-programme.ts';
import { leMans } from '../test-records.ts';
import { describeTrainerReadiness, type TrainerFacts } from './trainer-readiness.ts';

const today = '2026-11-23';
const programme = listProgramme(leMans);
const afgsu = programme.filter(({ blockCode, moduleCode }) =>
  leMans.blocks.some(
    ({ code, modules }) =>
      code === blockCode &&
      modules.some((module) => module.code === moduleCode && module.credentialCode !== null),
  ),
);
const plain = programme.filter((item) => !afgsu.includes(item));
const complete: TrainerFacts = {
  week: { mornings: [1, 2], afternoons: [1], maxMinutesPerWeek: 630 },
  taught: [{ framework: leMans, subjects: plain }],
  accreditations: [],
};
const describeWith = (more: Partial<TrainerFacts>) =>
  describeTrainerReadiness({ ...complete, ...more }, today);

describe('whether a plan can count on a trainer', () => {
  it('the framework of these tests has modules that ask for an accreditation', () => {
    expect(afgsu.length).toBeGreaterThan(0);
  });

  it('knows when they work, how much, and what they teach', () => {
    const { outcome, state, reasons } = describeWith({});
    expect(outcome).toBe('ready');
    expect(state).toBe('fiche prête pour le plan de l’année');
    expect(reasons.map(({ rule, facts }) => [rule, facts])).toEqual([
      ['trainer.has-working-days', 'Travaille 3 demi-journées par semaine.'],
      ['trainer.has-weekly-hours', '10 h 30 par semaine au plus.'],
      ['trainer.has-subjects', `${plain.length} modules et évaluations à lui confier.`],
    ]);
  });

  it('someone whose file is empty misses all three', () => {
    const { outcome, state } = describeWith({ week: null, taught: [] });
    expect(outcome).toBe('incomplete');
    expect(state).toBe(
      'il manque ses jours de travail, ses heures par semaine et les modules à lui confier',
    );
  });

  it('speaks to the trainer in their own file', () => {
    const empty = { ...complete, week: null, taught: [] };
    const { state, reasons } = describeTrainerReadiness(empty, today, 'trainer');
    expect(state).toBe(
      'il manque vos jours de travail, vos heures par semaine et les modules à vous confier',
    );
    expect(reasons.map(({ facts }) => facts).join(' ')).not.toMatch(/\b(lui|ses)\b/);
  });

  it('subjects that the version no longer has do not count', () => {
    const subjects = [{ blockCode: 'B1', moduleCode: 'B1-M99' }];
    expect(describeWith({ taught: [{ framework: leMans, subjects }] }).state).toBe(
      'il manque les modules à lui confier',
    );
  });
});

describe('a module that prepares a credential asks for its accreditation (W1)', () => {
  const all = [{ framework: leMans, subjects: programme }];
  const until = (validUntil: string | null) => [{ credentialCode: 'AFGSU1', validUntil }];

  it('without it the rest of the programme stays possible', () => {
    const { outcome, state, reasons } = describeWith({ taught: all });
    expect([outcome, state]).toEqual([
      'limited',
      'fiche prête, sauf l’habilitation AFGSU niveau 1',
    ]);
    expect(reasons.at(-1)).toEqual({
      rule: 'trainer.accredited',
      met: false,
      facts: 'AFGSU niveau 1 : aucune habilitation, le plan ne lui confiera pas ce module.',
      source: 'W1 (arrêté du 30 décembre 2014) ; S1:L174',
    });
  });

  it('without it, who teaches nothing else cannot be planned', () => {
    const { outcome, state } = describeWith({ taught: [{ framework: leMans, subjects: afgsu }] });
    expect([outcome, state]).toEqual(['incomplete', 'il manque l’habilitation AFGSU niveau 1']);
  });

  it('counts until its last day, included; without an end, always', () => {
    const outcomeUntil = (day: string | null) =>
      describeWith({ taught: all, accreditations: until(day) }).outcome;
    expect(outcomeUntil(today)).toBe('ready');
    expect(outcomeUntil('2026-11-22')).toBe('limited');
    expect(outcomeUntil(null)).toBe('ready');
  });
});
