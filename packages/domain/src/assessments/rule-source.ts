import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';

const statusNotes: Record<CompetenceBlock['thresholdStatus'], string> = {
  stated: '',
  copied: ' (seuil repris d’une autre version)',
  to_verify: ' (seuil à vérifier)',
};

/** Where a block's rule is written: the framework and the block in words, then the references. */
export const blockRuleSource = (framework: Framework, block: CompetenceBlock): string =>
  `${frameworkRule(framework)}, bloc ${block.code} ; ${block.source}${statusNotes[block.thresholdStatus]}`;

/** « Règle du référentiel RNCP 40913 »; the version's title when the register does not have it. */
export const frameworkRule = ({ certification, title }: Framework): string =>
  `Règle du référentiel ${certification?.rncp?.replace(/^(RNCP|RS)(\d+)$/, '$1 $2') ?? title}`;

/**
 * The block of that code.
 * @throws RangeError when the framework version has no such block.
 */
export function findBlock(framework: Framework, blockCode: string): CompetenceBlock {
  const block = framework.blocks.find(({ code }) => code === blockCode);
  if (!block) throw new RangeError(`No block ${blockCode} in ${framework.code}`);
  return block;
}
