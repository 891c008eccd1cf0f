import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import { blockKeptUntil, findStandingVerdict } from '../certificates/held-blocks.ts';
import type { PersonalEquivalence } from '../equivalences/equivalence.ts';
import { findCountedBlock } from '../equivalences/find-counted-block.ts';
import type { VersionOrigin } from '../frameworks/keep-block.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { BlockDecision } from '../vocabulary.ts';

/** What a closed jury decided on one block of one person, under one of their enrolments. */
export interface DecidedBlock {
  readonly personId: string;
  readonly enrolmentState: EnrolmentState;
  readonly frameworkVersionId: string;
  readonly blockCode: string;
  readonly decision: BlockDecision;
  readonly decidedOn: PlainDate;
  /** Months for which the version of that enrolment keeps a block; `null` for ever (DOMAIN 4.4). */
  readonly retentionMonths: number | null;
  /** Versions of the coming juries before which the person comes under other enrolments. */
  readonly seatedUnder: readonly string[];
  /** Versions under which the person's title is issued: what it rests on is not sat again. */
  readonly certifiedUnder: readonly string[];
}

export const resitReasons = ['not_acquired', 'adjourned', 'lapsed'] as const;
/** Why a block is to be presented again: refused, put off, or acquired and kept no longer. */
export type ResitReason = (typeof resitReasons)[number];

export interface OpenResit {
  readonly reason: ResitReason;
  /** First day on which it was to be presented again: the jury's, or the end of what was kept. */
  readonly since: PlainDate;
}

/**
 * The decisions that leave a block to be presented again (S1:L176), whatever the enrolment under
 * which the person came before the jury: the last one on the block, unless an acquisition is still
 * kept on `today`, on that framework version or on one that keeps its blocks, the person has left
 * that training or holds its title, or comes before the next jury of such a version with another
 * enrolment. A block acquired and kept no longer is to be presented too (DOMAIN 4.4). Decisions come
 * oldest first; `versions` and `equivalences` are those of the centre: a block that the certifier
 * recognised as another stands for that one (Q4).
 */
export function listOpenResits<Decided extends DecidedBlock>(
  decisions: readonly Decided[],
  versions: readonly VersionOrigin[],
  equivalences: readonly PersonalEquivalence[],
  today: PlainDate,
): readonly (Decided & OpenResit)[] {
  const countsAs: CountsAs = ({ personId, frameworkVersionId, blockCode }, followed) =>
    findCountedBlock(
      { acquiredUnder: frameworkVersionId, blockCode },
      followed,
      versions,
      equivalences.filter((one) => one.personId === personId),
    );
  return groupByBlock(decisions, countsAs).flatMap((group) => {
    const retention = group.at(-1)?.retentionMonths ?? null;
    const standing = findStandingVerdict(group, retention, today);
    if (!standing || standing.isHeld) return [];
    const { verdict } = standing;
    if (verdict.enrolmentState === 'withdrawn') return [];
    const elsewhere = [...verdict.seatedUnder, ...verdict.certifiedUnder];
    if (elsewhere.some((one) => countsAs(verdict, one) !== null)) return [];
    return [{ ...verdict, ...whyOpen(verdict, retention) }];
  });
}

/** « Non acquis au jury du 18 juin 2026 », for lists and messages; no full stop. */
export const tellResit = ({
  reason,
  since,
  decidedOn,
}: OpenResit & { readonly decidedOn: PlainDate }): string => {
  const day = formatDay(decidedOn);
  if (reason === 'lapsed')
    return `Acquis au jury du ${day}, plus conservé depuis le ${formatDay(since)}`;
  return `${reason === 'adjourned' ? 'Ajourné' : 'Non acquis'} au jury du ${day}`;
};

function whyOpen({ decision, decidedOn }: DecidedBlock, retention: number | null): OpenResit {
  if (decision !== 'acquired') return { reason: decision, since: decidedOn };
  return { reason: 'lapsed', since: blockKeptUntil(decidedOn, retention) ?? decidedOn };
}

/** The block of another version as which a decided one counts; `null` for none. */
type CountsAs = (decided: DecidedBlock, followed: string) => string | null;

/** What juries decided on one block of one person, under versions that keep it from one another. */
function groupByBlock<Decided extends DecidedBlock>(
  decisions: readonly Decided[],
  countsAs: CountsAs,
): readonly (readonly Decided[])[] {
  const groups: Decided[][] = [];
  for (const decided of decisions) {
    const group = groups.find((others) =>
      others.some((one) => isSameBlock(one, decided, countsAs)),
    );
    if (group) group.push(decided);
    else groups.push([decided]);
  }
  return groups;
}

const isSameBlock = (one: DecidedBlock, other: DecidedBlock, countsAs: CountsAs): boolean =>
  one.personId === other.personId &&
  (countsAs(one, other.frameworkVersionId) === other.blockCode ||
    countsAs(other, one.frameworkVersionId) === one.blockCode);
