import type { CompetenceBlock, Framework } from './framework.ts';

/** What one block adds up to, in minutes. */
export interface BlockHours {
  readonly blockCode: string;
  readonly modulesMinutes: number;
  readonly statedMinutes: number;
  readonly evaluationMinutes: number;
}

/** What a version adds up to beside what its source prints, in minutes (DOMAIN 3.1). */
export interface FrameworkSums {
  readonly blocks: readonly BlockHours[];
  readonly modulesMinutes: number;
  readonly blocksStatedMinutes: number;
  readonly evaluationMinutes: number;
  /** Modules and evaluation: what the calendar has to place. */
  readonly totalMinutes: number;
  readonly statedMinutes: number;
  /** Stated total less the modules: the part that the modules leave unexplained. */
  readonly unexplainedMinutes: number;
}

/** Adds up modules, blocks and evaluation; never trusts a printed total. */
export function sumHours(framework: Framework): FrameworkSums {
  const blocks = framework.blocks.map(sumBlock);
  const modulesMinutes = sum(blocks.map((block) => block.modulesMinutes));
  const evaluationMinutes = sum(blocks.map((block) => block.evaluationMinutes));
  const { statedMinutes } = framework.hours;
  return {
    blocks,
    modulesMinutes,
    blocksStatedMinutes: sum(blocks.map((block) => block.statedMinutes)),
    evaluationMinutes,
    totalMinutes: modulesMinutes + evaluationMinutes,
    statedMinutes,
    unexplainedMinutes: statedMinutes - modulesMinutes,
  };
}

const sumBlock = (block: CompetenceBlock): BlockHours => ({
  blockCode: block.code,
  modulesMinutes: sum(block.modules.map((module) => module.minutes)),
  statedMinutes: block.statedMinutes,
  evaluationMinutes: block.evaluationMinutes,
});

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
