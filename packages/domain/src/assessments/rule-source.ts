import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';

const statusNotes: Record<CompetenceBlock['thresholdStatus'], string> = {
  stated: '',
  copied: ' (seuil repris d’une autre version)',
  to_verify: ' (seuil à vérifier)',
};

/** Where a block's rule is written: the framework version's code, then the text's reference. */
export const blockRuleSource = (framework: Framework, block: CompetenceBlock): string =>
  `${framework.code}, ${block.source}${statusNotes[block.thresholdStatus]}`;

/**
 * The block of that code.
 * @throws RangeError when the framework version has no such block.
 */
export function findBlock(framework: Framework, blockCode: string): CompetenceBlock {
  const block = framework.blocks.find(({ code }) => code === blockCode);
  if (!block) throw new RangeError(`No block ${blockCode} in ${framework.code}`);
  return block;
}
