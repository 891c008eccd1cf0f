import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import { type DeadlineStanding, tellCountdown } from '../deadlines/describe-deadline.ts';
import { countNoun, formatDay } from '../french-format.ts';
import { addDays, type PlainDate } from '../plain-date.ts';
import type { AccessRoute } from '../vocabulary.ts';

/** The early end of a *période de reconversion*, as its employer declared it to the OPCO. */
export interface EarlyEnd {
  /** The day of leaving that was declared: undone and noted anew, another end is another declaration. */
  readonly endedOn: PlainDate;
  readonly declaredOn: PlainDate;
}

export interface EarlyEndFacts {
  readonly route: AccessRoute;
  /** The day on which the course was abandoned; `null` while it was not. */
  readonly leftOn: PlainDate | null;
  /** Last day of the course as planned; `null` when nobody had said. */
  readonly plannedEndsOn: PlainDate | null;
  readonly declared: readonly EarlyEnd[];
}

/**
 * The day on which a course was abandoned, also of who was certified afterwards: the employer had to
 * declare that end all the same (DOMAIN 7, W25). `null` for who never left.
 */
export const findLeavingDay = ({
  state,
  withdrawMotive,
  endsOn,
}: {
  readonly state: EnrolmentState;
  readonly withdrawMotive: string | null;
  readonly endsOn: PlainDate | null;
}): PlainDate | null => (state === 'withdrawn' || withdrawMotive !== null ? endsOn : null);

/** Where the duty to declare an early end stands. Days are plain dates. */
export interface EarlyEndStanding extends DeadlineStanding {
  /** The day of the early end, from which the days run. */
  readonly anchorOn: PlainDate;
  /** Last day for declaring. */
  readonly dueOn: PlainDate;
  /** Who is bound, to what, by when and why, in full. */
  readonly sentence: string;
  readonly source: string;
}

/** « Early end declared in 30 days » (DOMAIN 7). */
const declarationDays = 30;
const source = 'DOMAIN 7, W22, W25';

/**
 * The deadline for declaring to the OPCO that a *période de reconversion* ended before its time: 30
 * days after the day of leaving (DOMAIN 7, W22–W25). It binds the employer; a declaration of that very
 * end settles it. `null` for another access route, for who has not left, and for who left at the
 * planned end or later. Without a planned end, leaving counts as an early one.
 */
export function readEarlyEnd(
  { route, leftOn, plannedEndsOn, declared }: EarlyEndFacts,
  today: PlainDate,
): EarlyEndStanding | null {
  if (route !== 'reconversion_period' || leftOn === null) return null;
  if (plannedEndsOn !== null && leftOn >= plannedEndsOn) return null;
  const dueOn = addDays(leftOn, declarationDays);
  const settledOn = declared.find(({ endedOn }) => endedOn === leftOn)?.declaredOn ?? null;
  const planned = plannedEndsOn ? `, au lieu du ${formatDay(plannedEndsOn)}` : '';
  return {
    ...tellCountdown({ dueOn, settledOn }, 'Déclarée', today),
    anchorOn: leftOn,
    dueOn,
    sentence: `La période de reconversion a pris fin le ${formatDay(leftOn)}${planned}. Ce délai engage l’employeur : il déclare cette fin anticipée à l’OPCO au plus tard le ${formatDay(dueOn)}, ${countNoun(declarationDays, 'jour')} après.`,
    source,
  };
}
