import { isTaught } from '../frameworks/programme-of-route.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import { positioningSource } from '../planning/say-positioning.ts';
import type { AccessRoute } from '../vocabulary.ts';
import type { Positioning } from './check-positioning.ts';
import { positioningOutcomeNames } from './french-names.ts';

/** What the rules of positioning read of an enrolment. */
export interface PositioningFacts {
  readonly route: AccessRoute;
  readonly state: 'active' | 'withdrawn' | 'completed';
  readonly startsOn: PlainDate;
  /** The day planned for the whole cohort; `null` without any. */
  readonly cohortPositioningOn: PlainDate | null;
  /** The trace in force; `null` while nothing is written. */
  readonly positioning: Positioning | null;
}

/** `to_do`: before the first day; `missing`: the course began without it. */
export type PositioningState = 'to_do' | 'missing' | 'late' | 'enrolled_though_refused' | 'done';

export interface PositioningStanding {
  readonly state: PositioningState;
  readonly sentence: string;
  readonly source: string;
}

/**
 * Where the positioning of one learner stands: every beneficiary has a trace of it, written before the
 * first day, with the decision taken (DOMAIN 5.3, W38). A warning, never a refusal: people decide who
 * enters. `null` for a route without training (VAE) and no trace.
 */
export function readPositioning(
  facts: PositioningFacts,
  today: PlainDate,
): PositioningStanding | null {
  const { positioning, startsOn, state } = facts;
  if (positioning === null) {
    if (!isTaught(facts.route)) return null;
    if (isPositioningDue({ ...facts, hasPositioning: false }, today))
      return standing(
        'to_do',
        `À mener et à noter avant le premier jour, le ${formatDay(startsOn)}.${tellPlanned(facts)}`,
      );
    return standing(
      'missing',
      `Aucun positionnement n’est noté avant l’entrée du ${formatDay(startsOn)} : chaque bénéficiaire doit avoir le sien.`,
    );
  }
  const { outcome, heldOn, ledBy } = positioning;
  const told = `${positioningOutcomeNames[outcome]}, décidée le ${formatDay(heldOn)} par ${ledBy}.`;
  if (outcome === 'refused' && state === 'active')
    return standing(
      'enrolled_though_refused',
      `${told} L’inscription court encore : notez l’abandon, ou corrigez la trace.`,
    );
  if (heldOn > startsOn)
    return standing('late', `${told} C’est après l’entrée du ${formatDay(startsOn)}.`);
  return standing('done', told);
}

interface Awaited {
  readonly route: AccessRoute;
  readonly state: PositioningFacts['state'];
  readonly startsOn: PlainDate;
  readonly hasPositioning: boolean;
}

/** Whether a learner who is to enter still waits for a trace, up to the first day included. */
export const isPositioningDue = (
  { route, state, startsOn, hasPositioning }: Awaited,
  today: PlainDate,
): boolean => !hasPositioning && state === 'active' && isTaught(route) && today <= startsOn;

const tellPlanned = ({ cohortPositioningOn }: PositioningFacts): string =>
  cohortPositioningOn === null
    ? ''
    : ` La cohorte a son positionnement le ${formatDay(cohortPositioningOn)}.`;

const standing = (state: PositioningState, sentence: string): PositioningStanding => ({
  state,
  sentence,
  source: `${positioningSource}, W38`,
});
