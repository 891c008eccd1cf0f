import type { Finding } from '../finding.ts';
import { countNoun } from '../french-format.ts';
import type { JurySessionState } from '../vocabulary.ts';

/**
 * Whether a session may be taken away, as one prepared twice or for the wrong cohort: nothing has
 * been decided in it. What a jury has decided is kept (S1:L176, DOMAIN 4.6).
 * @param decisions how many decisions were written in it, whether they still count or not
 */
export function checkSessionRemoval(session: {
  readonly state: JurySessionState;
  readonly decisions: number;
}): readonly Finding[] {
  if (session.state === 'closed')
    return [refuse('Cette session est close : ses décisions et son procès-verbal sont gardés.')];
  if (session.decisions === 0) return [];
  const written = countNoun(session.decisions, 'décision y est écrite', 'décisions y sont écrites');
  return [
    refuse(
      `${written} : ajournez les candidats qui n’ont pas été jugés et closez la session, elle fait foi.`,
    ),
  ];
}

const refuse = (message: string): Finding => ({
  rule: 'jury.removal-undecided',
  severity: 'error',
  path: '',
  message,
  source: 'DOMAIN 4.6',
});
