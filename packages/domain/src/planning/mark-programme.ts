import type { Framework } from '../frameworks/framework.ts';
import { isSameItem, type ProgrammeKey } from '../frameworks/list-programme.ts';
import { comparePlannedHours, type PlannedHours } from './compare-planned-hours.ts';
import type { PlannedSlot } from './slot.ts';
import { tintOfBlock } from './tint-of-block.ts';

/** A module or an evaluation with the few signs that stand for it where room is short. */
export interface MarkedItem extends PlannedHours {
  /** « 2.3 » for the third module of block 2, « É2 » for its evaluation: told apart without colour. */
  readonly mark: string;
}

/** A block of the legend: its number, its tint, what its marks mean and how long each lasts. */
export interface LegendBlock {
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly tint: number;
  readonly plannedMinutes: number;
  readonly items: readonly MarkedItem[];
}

/**
 * The programme's blocks with a mark for each module and evaluation, in the programme's order;
 * modules that only the calendar knows come last in their block, or in a block of their own.
 */
export function markProgramme(
  framework: Framework,
  slots: readonly PlannedSlot[],
): readonly LegendBlock[] {
  const hours = comparePlannedHours(framework, slots);
  const codes = [...new Set(hours.map(({ blockCode }) => blockCode))];
  const numbers = numberBlocks(codes);
  return codes.map((code) => {
    const number = numbers.get(code) ?? 0;
    const items = markItems(
      number,
      hours.filter(({ blockCode }) => blockCode === code),
    );
    return {
      code,
      name: framework.blocks.find((block) => block.code === code)?.shortName ?? code,
      number,
      tint: tintOfBlock(code),
      plannedMinutes: items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
      items,
    };
  });
}

/** The legend's line of a half-day's module or evaluation: it has one for each that `slots` held. */
export const findMarked = (
  legend: readonly LegendBlock[],
  key: ProgrammeKey,
): MarkedItem | undefined =>
  legend.flatMap(({ items }) => items).find((item) => isSameItem(item, key));

function markItems(number: number, hours: readonly PlannedHours[]): readonly MarkedItem[] {
  let rank = 0;
  return hours.map((item) => {
    if (item.kind === 'evaluation') return { ...item, mark: `É${number}` };
    rank += 1;
    return { ...item, mark: `${number}.${rank}` };
  });
}

/** « B3 » is block 3 wherever it stands; codes without a number of their own are counted. */
function numberBlocks(codes: readonly string[]): ReadonlyMap<string, number> {
  const own = codes.map((code) => Number(/^\D*(\d{1,2})$/.exec(code)?.[1] ?? 0));
  const isNumbered = own.every((number) => number > 0) && new Set(own).size === own.length;
  return new Map(codes.map((code, index) => [code, isNumbered ? (own[index] ?? 0) : index + 1]));
}
