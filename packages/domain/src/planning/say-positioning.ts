import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** Where the rule comes from that teaching follows the positioning of those who enter. */
export const positioningSource = 'DOMAIN 5.3, Qualiopi indicateur 8';

/** What is said of a half-day that is not after the cohort's positioning. */
export const sayPositioning = ({
  positioningOn,
}: {
  readonly positioningOn?: PlainDate | null;
}): string =>
  `avant le positionnement du ${formatDay(positioningOn ?? '')}, ou le jour même : les cours commencent le lendemain.`;
