import { countNoun } from '../french-format.ts';
import type { Reason } from '../reason.ts';
import type { Seat } from './check-seat.ts';

/** Who wrote a decision down as a member, in the quality they have in the session by now. */
export interface DecisionAuthor {
  readonly name: string;
  readonly seat: Seat;
  /** Tied to the candidate, recused or not. */
  readonly isTied: boolean;
}

const gone: Record<Exclude<Seat, 'sitting'>, string> = {
  unmarked: 'dont la présence n’est pas notée',
  absent: 'depuis noté absent',
  alternate: 'depuis suppléant',
  office: 'qui n’est plus membre de ce jury',
  none: 'qui n’est plus membre de ce jury',
};

/**
 * Why a decision must be confirmed by a member who sits: its author does not sit any more, or has a
 * tie with the candidate (DOMAIN 4.6, W34). `null` while the author sits, and for what the office
 * entered in the jury's name, which rests on no seat (`author` is `null`).
 */
export function checkAuthor(author: DecisionAuthor | null): Reason | null {
  if (author === null) return null;
  const { name, seat, isTied } = author;
  if (seat === 'sitting' && !isTied) return null;
  const why = seat === 'sitting' ? 'qui a un lien avec ce candidat' : gone[seat];
  return {
    rule: 'jury.author-sits',
    met: false,
    facts: `décision enregistrée par ${name}, ${why} : à confirmer par un membre qui siège.`,
    source: 'DOMAIN 4.6, W34',
  };
}

/** What leaving the jury does to the decisions that a member has written down, before they leave. */
export const tellDecisionsLeft = (count: number): string =>
  `${countNoun(count, 'décision enregistrée', 'décisions enregistrées')} par ce membre ${count < 2 ? 'sera' : 'seront'} à confirmer par un membre qui siège.`;
