import type { Finding } from '../finding.ts';
import type { PlainDate } from '../plain-date.ts';
import type { JurySessionState } from '../vocabulary.ts';

/**
 * Whether a session may be put on that day: an open one keeps its own, since its members sit and its
 * decisions are dated by it (S1:L174, DOMAIN 4.6). A closed one is refused whole, elsewhere.
 */
export function checkOpenDay(
  session: { readonly state: JurySessionState; readonly heldOn: PlainDate },
  heldOn: PlainDate,
): readonly Finding[] {
  if (session.state !== 'open' || session.heldOn === heldOn) return [];
  return [
    {
      rule: 'jury.day-kept-once-open',
      severity: 'error',
      path: '/heldOn',
      message: 'La session est ouverte : sa date ne change plus.',
      source: 'S1:L174, DOMAIN 4.6',
    },
  ];
}
