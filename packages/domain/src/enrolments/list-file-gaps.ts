import { countNoun } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** What of a learner's file may be incomplete. */
export interface FileFacts {
  readonly state: 'active' | 'withdrawn' | 'completed';
  /** « date de naissance », « sexe »… */
  readonly missingIdentity: readonly { readonly label: string }[];
  readonly employments: readonly {
    readonly hasTutor: boolean;
    readonly endsOn: PlainDate | null;
  }[];
  /** Modules and evaluations that the path lacks. */
  readonly unplanned: number;
  /** No trace of a positioning, and the first day is not over. */
  readonly isPositioningDue: boolean;
  /** Pieces that the file of a VAE lacks: « recevabilité ». */
  readonly vaeGaps: readonly string[];
}

/**
 * What the office still has to complete in the file of a learner in training, a few words each; the
 * file is complete when nothing is left. The list, the file and the morning all say this.
 */
export function listFileGaps(facts: FileFacts, today: PlainDate): readonly string[] {
  const { state, missingIdentity, employments, unplanned, isPositioningDue, vaeGaps } = facts;
  if (state !== 'active') return [];
  const hasNoTutor = employments.some(
    ({ hasTutor, endsOn }) => !hasTutor && (endsOn === null || endsOn >= today),
  );
  return [
    ...(missingIdentity.length > 0
      ? [`état civil à compléter (${missingIdentity.map(({ label }) => label).join(', ')})`]
      : []),
    ...(isPositioningDue ? ['positionnement à noter avant le premier jour'] : []),
    ...(hasNoTutor ? ['tuteur à désigner'] : []),
    ...(vaeGaps.length > 0 ? [`pièces de VAE à réunir (${vaeGaps.join(', ')})`] : []),
    ...(unplanned > 0 ? [writeUnplanned(unplanned)] : []),
  ];
}

/** « 2 étapes du parcours à planifier » */
export const writeUnplanned = (count: number): string =>
  `${countNoun(count, 'étape')} du parcours à planifier`;
