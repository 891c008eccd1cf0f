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
const blockOf = (waived: ReturnType<typeof waive>, code: string) =>
  waived.blocks.find(({ blockCode }) => blockCode === code);

describe('DOMAIN 5.2, Q3: hours due = module hours − granted, training only', () => {
  it('nothing asked, nothing waived', () => {
    const waived = nothingWaived(cqpAm2022Afbb);
    expect(waived.totalMinutes).toBe(0);
    expect(waived.modules.some(({ isWhole }) => isWhole)).toBe(false);
  });

  it('a whole module', () => {
    const waived = waive(grant('B2', 'B2-M2', 14));
    expect(moduleOf(waived, 'B2-M2')).toMatchObject({ minutes: 840, isWhole: true });
    expect(blockOf(waived, 'B2')).toMatchObject({ minutes: 840, unassignedMinutes: 0 });
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

  it('a part of a block stays on the block: no module is lightened', () => {
    const waived = waive({ ...grant('B2', null, 21), state: 'partial' });
    expect(waived.modules.every(({ minutes }) => minutes === 0)).toBe(true);
    expect(blockOf(waived, 'B2')).toMatchObject({ minutes: 1260, unassignedMinutes: 1260 });
  });

  it('a module and the rest of its block make the whole block', () => {
    const waived = waive(grant('B4', 'B4-M1', 14), grant('B4', null, 63));
    expect(blockOf(waived, 'B4')).toMatchObject({ minutes: 77 * 60, unassignedMinutes: 0 });
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
          const row = blockOf(waived, block.code);
          const onModules = block.modules.map((module) => moduleOf(waived, module.code));
          const sum = onModules.reduce((total, module) => total + (module?.minutes ?? 0), 0);
          expect(row?.minutes).toBe(sum + (row?.unassignedMinutes ?? 0));
          expect(row?.minutes).toBeLessThanOrEqual(block.statedMinutes);
        }
        expect(waived.totalMinutes).toBeLessThanOrEqual(371 * 60);
      }),
    );
  });
});
