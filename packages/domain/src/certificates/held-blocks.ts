import { type ApprovedEquivalence, tellEquivalence } from '../equivalences/tell-equivalence.ts';
import type { Framework } from '../frameworks/framework.ts';
import { formatDay } from '../french-format.ts';
import { addDays, addMonths, type PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';

/** A decision of the jury on one block, as kept in the candidate's file for ever (S1:L176). */
export interface BlockVerdict {
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  /** Title of the version under which the block was acquired, when it is another (DOMAIN 4.4). */
  readonly carriedFrom?: string | null;
  /** The centre whose jury decided, when it is another (DOMAIN Q19). */
  readonly acquiredAt?: string | null;
  /** The certifier's approval by which it counts here; absent or `null` when it needs none (Q4). */
  readonly equivalence?: ApprovedEquivalence | null;
}

/**
 * First day on which an acquired block no longer counts; `null` when it is kept for ever
 * (S1:L176 sets no limit; other branches do, DOMAIN 4.4).
 */
export const blockKeptUntil = (
  decidedOn: PlainDate,
  retentionMonths: number | null,
): PlainDate | null => (retentionMonths === null ? null : addMonths(decidedOn, retentionMonths));

/** Whether a block acquired on `decidedOn` still counts on `onDate`. */
export function isBlockKept(
  decidedOn: PlainDate,
  retentionMonths: number | null,
  onDate: PlainDate,
): boolean {
  const until = blockKeptUntil(decidedOn, retentionMonths);
  return until === null || onDate < until;
}

/**
 * The decision by which one block stands on a day: the first acquisition that is still kept, a later
 * one on a block held already having no effect (S1:L176); else the last decision, be it an
 * acquisition kept no longer. `null` when no jury has decided.
 * @param decisions on that block alone, in any order; those of one day in the order of closing
 */
export function findStandingVerdict<Verdict extends Omit<BlockVerdict, 'blockCode'>>(
  decisions: readonly Verdict[],
  retentionMonths: number | null,
  onDate: PlainDate,
): { readonly verdict: Verdict; readonly isHeld: boolean } | null {
  const dated = decisions.toSorted((one, other) => one.decidedOn.localeCompare(other.decidedOn));
  const held = dated.find(
    ({ decision, decidedOn }) =>
      decision === 'acquired' && isBlockKept(decidedOn, retentionMonths, onDate),
  );
  if (held) return { verdict: held, isHeld: true };
  const last = dated.at(-1);
  return last ? { verdict: last, isHeld: false } : null;
}

/** The verdict by which each block is held on a day, in the framework's order. */
export function heldVerdicts<Verdict extends BlockVerdict>(
  { blocks, blockRetentionMonths }: Pick<Framework, 'blocks' | 'blockRetentionMonths'>,
  verdicts: readonly Verdict[],
  onDate: PlainDate,
): readonly Verdict[] {
  return blocks.flatMap(({ code }) => {
    const own = verdicts.filter(({ blockCode }) => blockCode === code);
    const standing = findStandingVerdict(own, blockRetentionMonths, onDate);
    return standing?.isHeld ? [standing.verdict] : [];
  });
}

/**
 * Day of the last of the decisions by which the blocks are held on a day, the one on which
 * credentials must be valid (Q6); `null` when none is held.
 */
export const lastDecisionDay = (
  framework: Pick<Framework, 'blocks' | 'blockRetentionMonths'>,
  verdicts: readonly BlockVerdict[],
  onDate: PlainDate,
): PlainDate | null =>
  heldVerdicts(framework, verdicts, onDate)
    .map(({ decidedOn }) => decidedOn)
    .toSorted()
    .at(-1) ?? null;

/**
 * « 18 juin 2026 », at which centre when another one's jury decided, under which version when it is
 * not the learner's own, by which approval of the certifier (DOMAIN 4.4, Q4): « 18 juin 2026 (AFBB),
 * sous « CQP 2022 » ».
 */
export const tellKeptSince = ({
  decidedOn,
  carriedFrom,
  acquiredAt,
  equivalence,
}: Pick<BlockVerdict, 'decidedOn' | 'carriedFrom' | 'acquiredAt' | 'equivalence'>): string =>
  formatDay(decidedOn) +
  (acquiredAt ? ` (${acquiredAt})` : '') +
  (carriedFrom ? `, sous « ${carriedFrom} »` : '') +
  (equivalence ? `, ${tellEquivalence(equivalence)}` : '');

/**
 * How long an acquired block is kept: « conservé sans limite de durée », « conservé jusqu’au 17 juin
 * 2028 inclus » (DOMAIN 4.4).
 * @param until first day on which it no longer counts
 */
export const tellKeptUntil = (until: PlainDate | null): string =>
  until === null
    ? 'conservé sans limite de durée'
    : `conservé jusqu’au ${formatDay(addDays(until, -1))} inclus`;

/** What the minutes say of the blocks acquired; in months, `null` for ever (S1:L176, DOMAIN 4.4). */
export const tellRetention = (retentionMonths: number | null): string =>
  `Les blocs acquis sont conservés ${
    retentionMonths === null ? 'sans limite de durée' : `${retentionMonths} mois`
  } et figurent au dossier des candidats.`;
