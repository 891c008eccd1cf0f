import type { CompetenceBlock, Framework } from '../frameworks/framework.ts';
import { nameSheet } from '../frameworks/name-sheet.ts';

/** What stays uncertain about a block's threshold, unless the block's own source says it. */
function noteThreshold({ thresholdStatus, source }: CompetenceBlock): string {
  if (thresholdStatus === 'to_verify')
    return ' (nombre d’épreuves à acquérir : à vérifier sur la fiche RNCP)';
  return thresholdStatus === 'copied' && !source.includes('seuil repris')
    ? ' (seuil repris d’une autre version)'
    : '';
}

/** Where a block's rule is written: the framework and the block in words, then the references. */
export const blockRuleSource = (framework: Framework, block: CompetenceBlock): string =>
  `${frameworkRule(framework)}, bloc ${block.code}${noteThreshold(block)} ; ${block.source}`;

/** « Règle du référentiel RNCP 40913 »; the version's title when the register does not have it. */
export const frameworkRule = ({ certification, title }: Framework): string =>
  `Règle du référentiel ${certification?.rncp ? nameSheet(certification.rncp) : title}`;

/**
 * The block of that code.
 * @throws RangeError when the framework version has no such block.
 */
export function findBlock(framework: Framework, blockCode: string): CompetenceBlock {
  const block = framework.blocks.find(({ code }) => code === blockCode);
  if (!block) throw new RangeError(`No block ${blockCode} in ${framework.code}`);
  return block;
}
