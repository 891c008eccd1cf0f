import { isBlockKept } from '../certificates/held-blocks.ts';
import type { Framework } from '../frameworks/framework.ts';
import { formatDay } from '../french-format.ts';
import { normaliseName } from '../people/normalise-name.ts';
import type { PlainDate } from '../plain-date.ts';
import type { TransferredBlock } from '../transfers/transfer-content.ts';
import type { EquivalenceState } from '../vocabulary.ts';

/** A block of a file already received for this person, for a block of the version followed. */
export interface PresentedBlock {
  readonly blockCode: string;
  readonly state: EquivalenceState;
}

/** What becomes of one block of a received file. */
export interface BlockMatch {
  readonly block: TransferredBlock;
  /** The block of the version followed as which it is put to the certifier; `null` when it is not. */
  readonly blockCode: string | null;
  /** Why it is not, in a sentence; `null` when it is. */
  readonly refusal: string | null;
}

export interface MatchFacts {
  readonly framework: Pick<Framework, 'title' | 'blocks' | 'blockRetentionMonths'>;
  /** Blocks of the version followed that the learner holds. */
  readonly heldBlockCodes: readonly string[];
  readonly presented: readonly PresentedBlock[];
  readonly today: PlainDate;
}

/**
 * What becomes of each block of a received file (S1:L176, DOMAIN Q4, Q19): the block of the version
 * followed that bears its name, else the one that bears its code, one for one; left aside when there
 * is none, when it is no longer kept, when the learner holds it, or when the certifier has it
 * already. After a refusal it may be presented again.
 */
export function matchBlocks(
  blocks: readonly TransferredBlock[],
  facts: MatchFacts,
): readonly BlockMatch[] {
  const targets = findTargets(blocks, facts.framework.blocks);
  return blocks.map((block) => {
    const blockCode = targets.get(block.code) ?? null;
    const refusal = refuse(block, blockCode, facts);
    return { block, blockCode: refusal === null ? blockCode : null, refusal };
  });
}

/** By their names first: codes are numbers that a new version may give to other blocks. */
function findTargets(
  blocks: readonly TransferredBlock[],
  own: Framework['blocks'],
): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const take = (
    isSame: (block: TransferredBlock, target: Framework['blocks'][number]) => boolean,
  ) => {
    for (const block of blocks) {
      if (targets.has(block.code)) continue;
      const taken = new Set(targets.values());
      const target = own.find((one) => !taken.has(one.code) && isSame(block, one));
      if (target) targets.set(block.code, target.code);
    }
  };
  take((block, target) => normaliseName(block.name) === normaliseName(target.name));
  take((block, target) => block.code === target.code);
  return targets;
}

function refuse(
  { decidedOn, keptUntil }: TransferredBlock,
  blockCode: string | null,
  { framework, heldBlockCodes, presented, today }: MatchFacts,
): string | null {
  if (blockCode === null) return `« ${framework.title} » n’a pas de bloc de ce nom ni de ce code.`;
  if (decidedOn > today) return `Le jury du ${formatDay(decidedOn)} n’a pas encore eu lieu.`;
  const isKept =
    (keptUntil === null || today < keptUntil) &&
    isBlockKept(decidedOn, framework.blockRetentionMonths, today);
  if (!isKept) return 'Il n’est plus conservé : la durée prévue est passée.';
  if (heldBlockCodes.includes(blockCode)) return `L’apprenant détient déjà le bloc ${blockCode}.`;
  const isPresented = presented.some(
    (one) => one.blockCode === blockCode && one.state !== 'refused',
  );
  return isPresented ? `Le bloc ${blockCode} est déjà présenté au certificateur.` : null;
}
