import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { dispensationStates } from '../vocabulary.ts';
import { minutesWaived, nothingWaived } from './minutes-waived.ts';

type Grant = Parameters<typeof minutesWaived>[1][number];

const grant = (blockCode: string, moduleCode: string | null, hours: number): Grant => ({
  state: 'granted',
  blockCode,
  moduleCode,
  grantedMinutes: hours * 60,
});
const waive = (...grants: readonly Grant[]) => minutesWaived(cqpAm2022Afbb, grants);
const moduleOf = (waived: ReturnType<typeof waive>, code: string) =>
  waived.modules.find(({ moduleCode }) => moduleCode === code);
const sumOf = (waived: ReturnType<typeof waive>, code: string) =>
  waived.modules
    .filter(({ blockCode }) => blockCode === code)
    .reduce((total, { minutes }) => total + minutes, 0);

describe('DOMAIN 5.2, Q3: hours due = module hours − granted, training only', () => {
  it('nothing asked, nothing waived', () => {
    const waived = nothingWaived(cqpAm2022Afbb);
    expect(waived.totalMinutes).toBe(0);
    expect(waived.modules.some(({ isWhole }) => isWhole)).toBe(false);
  });

  it('a whole module', () => {
    const waived = waive(grant('B2', 'B2-M2', 14));
    expect(moduleOf(waived, 'B2-M2')).toMatchObject({ minutes: 840, isWhole: true });
    expect(waived.totalMinutes).toBe(840);
  });

  it('a part of a module stays on the module', () => {
    const waived = waive({ ...grant('B2', 'B2-M1', 7), state: 'partial' });
    expect(moduleOf(waived, 'B2-M1')).toMatchObject({ minutes: 420, isWhole: false });
  });

  it('a whole block covers all of its modules, not its evaluation', () => {
    const waived = waive(grant('B2', null, 112));
    expect(waived.modules.filter(({ isWhole }) => isWhole)).toHaveLength(5);
    expect(waived.totalMinutes).toBe(112 * 60);
  });

  it('a part of a block, which names no module, lightens its last modules first (default)', () => {
    const waived = waive({ ...grant('B2', null, 21), state: 'partial' });
    expect(waived.modules.filter(({ minutes }) => minutes > 0)).toEqual([
      { blockCode: 'B2', moduleCode: 'B2-M4', minutes: 7 * 60, isWhole: false },
      { blockCode: 'B2', moduleCode: 'B2-M5', minutes: 14 * 60, isWhole: true },
    ]);
    expect(waived.totalMinutes).toBe(21 * 60);
  });

  it('a module and the rest of its block make the whole block', () => {
    const waived = waive(grant('B4', 'B4-M1', 14), grant('B4', null, 63));
    expect(waived.totalMinutes).toBe(77 * 60);
    expect(moduleOf(waived, 'B4-M4')?.isWhole).toBe(true);
  });

  it('a code of another version counts for nothing', () => {
    expect(waive(grant('B9', null, 10), grant('B1', 'B2-M1', 10)).totalMinutes).toBe(0);
  });

  it('only granted and partial ones count, never beyond the module, the block or the version', () => {
    const modules = cqpAm2022Afbb.blocks.flatMap((block) =>
      [null, ...block.modules.map(({ code }) => code)].map((code) => [block.code, code] as const),
    );
    const grants = fc.array(
      fc.record({
        scope: fc.constantFrom(...modules),
        state: fc.constantFrom(...dispensationStates),
        grantedMinutes: fc.option(fc.integer({ min: 0, max: 9000 }), { nil: null }),
      }),
    );
    fc.assert(
      fc.property(grants, (made) => {
        const all = made.map(({ scope: [blockCode, moduleCode], ...rest }) => ({
          blockCode,
          moduleCode,
          ...rest,
        }));
        const waived = minutesWaived(cqpAm2022Afbb, all);
        const counted = all.filter(({ state }) => state === 'granted' || state === 'partial');
        expect(waived).toEqual(minutesWaived(cqpAm2022Afbb, counted));
        for (const block of cqpAm2022Afbb.blocks) {
          const asked = counted
            .filter(({ blockCode }) => blockCode === block.code)
            .reduce((total, { grantedMinutes }) => total + (grantedMinutes ?? 0), 0);
          expect(sumOf(waived, block.code)).toBeLessThanOrEqual(
            Math.min(asked, block.statedMinutes),
          );
          for (const module of block.modules)
            expect(moduleOf(waived, module.code)?.minutes).toBeLessThanOrEqual(module.minutes);
        }
        expect(waived.totalMinutes).toBeLessThanOrEqual(371 * 60);
      }),
    );
  });
});
