import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** The certifier's approval by which a block acquired under another version counts (DOMAIN Q4). */
export interface ApprovedEquivalence {
  readonly approvedOn: PlainDate;
  readonly approvedBy: string;
}

/** « par équivalence approuvée le 23 novembre 2026 par Claire Morvan », after « acquis ». */
export const tellEquivalence = ({ approvedOn, approvedBy }: ApprovedEquivalence): string =>
  `par équivalence approuvée le ${formatDay(approvedOn)} par ${approvedBy}`;
