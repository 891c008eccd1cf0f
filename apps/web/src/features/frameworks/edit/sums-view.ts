import type { Draft } from '../version.ts';

/** What one line of the sums says: what the modules make beside what is stated, in minutes. */
export interface SumLine {
  readonly code: string;
  readonly name: string;
  readonly modulesMinutes: number;
  readonly evaluationMinutes: number;
  readonly statedMinutes: number;
  /** Modules less stated: 0 when they agree. */
  readonly gapMinutes: number;
}

export interface SumsView {
  readonly blocks: readonly SumLine[];
  readonly modulesMinutes: number;
  readonly evaluationMinutes: number;
  /** Modules and evaluation. */
  readonly totalMinutes: number;
  readonly statedMinutes: number;
  /** Modules and evaluation less the stated total. */
  readonly gapMinutes: number;
}

type Summable = Pick<Draft, 'hours' | 'blocks'>;

/** Sums of a version, also while it is typed: an empty duration counts for nothing. */
export function viewSums({ hours, blocks }: Summable): SumsView {
  const lines = blocks.map((block) => {
    const modulesMinutes = add(block.modules.map(({ minutes }) => minutes));
    return {
      code: block.code,
      name: block.shortName,
      modulesMinutes,
      evaluationMinutes: block.evaluationMinutes ?? 0,
      statedMinutes: block.statedMinutes ?? 0,
      gapMinutes: modulesMinutes - (block.statedMinutes ?? 0),
    };
  });
  const modulesMinutes = add(lines.map((line) => line.modulesMinutes));
  const evaluationMinutes = add(lines.map((line) => line.evaluationMinutes));
  const totalMinutes = modulesMinutes + evaluationMinutes;
  const statedMinutes = hours.statedMinutes ?? 0;
  return {
    blocks: lines,
    modulesMinutes,
    evaluationMinutes,
    totalMinutes,
    statedMinutes,
    gapMinutes: totalMinutes - statedMinutes,
  };
}

const add = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);
