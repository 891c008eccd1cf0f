import { describe, expect, it } from '@jest/globals';
import { cqpAm40913LeMans } from '../frameworks/data/cqp-am-40913-lemans.ts';
import { computeHours, type HoursInput, type ItemMinutes } from './compute-hours.ts';
import { explainHours } from './explain-hours.ts';

const item = (minutes: Partial<ItemMinutes>): ItemMinutes => ({
  kind: 'training',
  blockCode: 'B1',
  moduleCode: 'B1-M1',
  expected: 0,
  attended: 0,
  awaiting: 0,
  absent: 0,
  done: 0,
  unsigned: 0,
  ...minutes,
});

function explain(
  items: readonly ItemMinutes[],
  route: HoursInput['route'] = 'continuing_training',
) {
  const owed = { framework: cqpAm40913LeMans, route, dispensations: [] };
  return explainHours(owed, computeHours({ ...owed, items, halfDays: [] }));
}
const factsOf = (rule: string, reasons: ReturnType<typeof explain>) =>
  reasons.find((reason) => reason.rule === rule)?.facts;

describe('why the hours of a learner are what they are (DOMAIN 13)', () => {
  it('the programme, what is signed, what is missing by block', () => {
    const reasons = explain([item({ expected: 420, attended: 420, done: 420 })]);
    expect(reasons.map(({ rule, met }) => [rule, met])).toEqual([
      ['hours.programme', true],
      ['hours.signed', true],
      ['hours.complete', false],
      ['attendance.rate', true],
    ]);
    expect(factsOf('hours.signed', reasons)).toBe(
      '7 h faites : celles des demi-journées dont la feuille est signée.',
    );
    expect(factsOf('hours.complete', reasons)).toMatch(
      /^Il manque 272 h : .* au bloc B1, .* et .* au bloc B4\.$/,
    );
  });

  it('what is noted and not signed waits, and does not count yet (8.1 b)', () => {
    const reasons = explain([item({ expected: 210, awaiting: 210, unsigned: 210 })]);
    expect(factsOf('hours.signature-awaited', reasons)).toBe(
      '3 h 30 notées, à signer : elles compteront dès que le formateur aura signé la feuille.',
    );
  });

  it('hours beyond a module’s are told, and fill nothing elsewhere', () => {
    const module = cqpAm40913LeMans.blocks[0]?.modules[0];
    const done = (module?.minutes ?? 0) + 210;
    const reasons = explain([item({ moduleCode: module?.code ?? '', done })]);
    expect(factsOf('hours.never-compensate', reasons)).toBe(
      '3 h 30 au-delà de ce que leur module demande : elles ne remplacent pas les heures d’un autre.',
    );
  });

  it('under 80 % the rate warns; exactly 80 % does not (Q13)', () => {
    const metAt = (attended: number) =>
      explain([item({ expected: 1000, attended, done: attended })]).find(
        ({ rule }) => rule === 'attendance.rate',
      )?.met;
    expect([metAt(799), metAt(800)]).toEqual([false, true]);
  });

  it('a VAE owes nothing and misses nothing (DOMAIN 4.7)', () => {
    expect(explain([], 'vae').map(({ rule }) => rule)).toEqual(['hours.none-in-vae']);
  });
});
