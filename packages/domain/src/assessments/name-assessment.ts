import type { Assessment, CompetenceBlock } from '../frameworks/framework.ts';

/**
 * What an épreuve is called everywhere: its title, or its place in the block while the framework
 * gives it none (Q1): « Épreuve 2 ».
 */
export const nameAssessment = (
  block: Pick<CompetenceBlock, 'assessments'>,
  { code, title }: Pick<Assessment, 'code' | 'title'>,
): string => title || `Épreuve ${block.assessments.findIndex((one) => one.code === code) + 1}`;
