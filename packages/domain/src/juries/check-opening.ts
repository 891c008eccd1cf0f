import type { Finding } from '../finding.ts';
import { formatLongDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { JurySessionState } from '../vocabulary.ts';
import { checkAttendance } from './check-attendance.ts';
import type { JuryMember } from './check-composition.ts';
import { checkSessionDay, type SessionComer } from './check-session-day.ts';

export interface OpeningInput {
  readonly state: JurySessionState;
  readonly heldOn: PlainDate;
  readonly today: PlainDate;
  readonly candidates: readonly SessionComer[];
  readonly members: readonly Pick<JuryMember, 'id' | 'name' | 'isPresent'>[];
}

/** `memberId` is `null` when the finding is about the session itself. */
export interface OpeningFinding extends Finding {
  readonly memberId: string | null;
}

/**
 * What keeps a session of the jury from opening (DOMAIN 4.6, Q7): it is prepared, has candidates and
 * members, its day has come, and each member is marked present or absent. Attendance is looked at on
 * the day only: before it there is nothing to mark. Paths point into the session.
 */
export function checkOpening(input: OpeningInput): readonly OpeningFinding[] {
  const { state, heldOn, today, candidates, members } = input;
  if (state !== 'prepared') {
    const message =
      state === 'open' ? 'Cette session est déjà ouverte.' : 'Cette session de jury est close.';
    return [error('jury.session-prepared', '/state', message)];
  }
  const missing: OpeningFinding[] = [];
  if (candidates.length === 0) {
    const message =
      'Aucun candidat n’est inscrit : ajoutez une cohorte ou un candidat à représenter.';
    missing.push(error('jury.candidates', '/candidates', message));
  }
  if (members.length === 0) {
    const message = 'Aucun membre ne siège : ajoutez les membres du jury.';
    missing.push(error('jury.members', '/members', message));
  }
  for (const finding of checkSessionDay(heldOn, candidates, today))
    missing.push({ ...finding, memberId: null });
  if (heldOn <= today) return [...missing, ...checkAttendance(members)];
  const message = `Cette session se tient le ${formatLongDay(heldOn)} : elle s’ouvre ce jour-là, ou changez sa date.`;
  return [...missing, error('jury.opening-day', '/heldOn', message)];
}

const error = (rule: string, path: string, message: string): OpeningFinding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 4.6',
  memberId: null,
});
