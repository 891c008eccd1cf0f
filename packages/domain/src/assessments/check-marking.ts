import type { Finding } from '../finding.ts';

/** A block of a learner, and whether who acts answers for it. */
export interface MarkedBlock {
  readonly blockCode: string;
  readonly learnerName: string;
  /** The office, or a trainer who teaches that block to that learner or assesses it. */
  readonly isOwn: boolean;
}

/**
 * Whether somebody may mark these épreuves: a trainer, those of the blocks they teach to that learner
 * or assess at an event; the office, all (S1:L178). Says the first that is another's.
 */
export function checkMarking(blocks: readonly MarkedBlock[]): readonly Finding[] {
  const other = blocks.find(({ isOwn }) => !isOwn);
  if (!other) return [];
  const { blockCode, learnerName } = other;
  const message = `Vous n’enseignez pas le bloc ${blockCode} à ${learnerName} : son formateur ou le centre note ses épreuves.`;
  return [refuse('marks.own-block', message)];
}

/** Whether somebody may take back a result: who may mark its épreuve (S1:L178). */
export function checkOwnRemoval({
  blockCode,
  isOwn,
}: Pick<MarkedBlock, 'blockCode' | 'isOwn'>): readonly Finding[] {
  if (isOwn) return [];
  const message = `Vous n’enseignez pas le bloc ${blockCode} à cette personne : son formateur ou le centre retire ce résultat.`;
  return [refuse('removal.own-block', message)];
}

const refuse = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '',
  message,
  source: 'S1:L178',
});
