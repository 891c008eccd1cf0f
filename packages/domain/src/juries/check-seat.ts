import type { Finding } from '../finding.ts';
import type { DecisionOrigin } from '../vocabulary.ts';

/**
 * In what quality somebody writes a decision down: a member who sits, one whose attendance is not
 * marked yet, one who is marked absent, an alternate who replaces nobody, the centre's office for the jury, or someone who is none of these.
 */
export type Seat = 'sitting' | 'unmarked' | 'absent' | 'alternate' | 'office' | 'none';

const refusals: Partial<Record<Seat, string>> = {
  unmarked:
    'Votre présence n’est pas encore notée : demandez au centre de vous noter présent pour décider.',
  absent:
    'Vous êtes noté absent de cette session : vous n’y décidez pas. Si vous êtes présent, demandez au centre de le corriger.',
  alternate:
    'Vous êtes suppléant et ne siégez pas : les titulaires décident. Si vous remplacez l’un d’eux, demandez au centre de le noter.',
  none: 'Vous n’êtes pas membre de ce jury : ses membres décident.',
};

/**
 * Who may write a decision down: the members who sit, and the office, whose entry stays marked as
 * such (DOMAIN 4.6, W34). The path is that of the whole decision.
 */
export function checkSeat(seat: Seat): readonly Finding[] {
  const message = refusals[seat];
  if (!message) return [];
  return [{ rule: 'jury.seat', severity: 'error', path: '', message, source: 'DOMAIN 4.6, W34' }];
}

/** What is kept beside the decision: a member's own act, or the office's entry for the jury. */
export const originOf = (seat: Seat): DecisionOrigin => (seat === 'office' ? 'office' : 'member');
