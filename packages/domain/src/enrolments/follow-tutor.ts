import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

/** One tutor in one employment, from a day to a day. */
export interface TutorTurn {
  readonly tutorId: string;
  readonly fromOn: PlainDate;
  /** The last day; `null` while it runs. */
  readonly untilOn: PlainDate | null;
}

/** What a change of tutor does to the turn that runs. */
export type TurnChange =
  | { readonly kind: 'none' }
  /** Named today by mistake: the same turn, of another. */
  | { readonly kind: 'corrected'; readonly tutorId: string }
  /** The turn that runs ends; another begins when somebody is named. */
  | { readonly kind: 'followed'; readonly nextTutorId: string | null };

/**
 * What becomes of an employment's tutors when it names `tutorId` on `today` (DOMAIN Q5): who was tutor
 * from when to when is kept, and a slip put right on its own day leaves no turn behind.
 * @param running the turn that has no end; `null` when nobody is in post
 */
export function followTutor(
  running: TutorTurn | null,
  tutorId: string | null,
  today: PlainDate,
): TurnChange {
  if ((running?.tutorId ?? null) === tutorId) return { kind: 'none' };
  if (running && tutorId !== null && running.fromOn >= today) return { kind: 'corrected', tutorId };
  return { kind: 'followed', nextTutorId: tutorId };
}

/** « du 1er juin 2026 au 3 novembre 2026 » */
export const tellTurn = ({ fromOn, untilOn }: Pick<TutorTurn, 'fromOn' | 'untilOn'>): string =>
  untilOn === null
    ? `depuis le ${formatDay(fromOn)}`
    : `du ${formatDay(fromOn)} au ${formatDay(untilOn)}`;
