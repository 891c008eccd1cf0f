import type { College, JurySessionState, SignatureMethod } from '../vocabulary.ts';
import type { Notice } from './compose-notice.ts';

export const noticeStates = ['none', 'sending', 'sent', 'outdated'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Under the first minutes: the colleges that have signed, however they did. */
export interface NoticeSignature {
  readonly college: College;
  readonly method: SignatureMethod | null;
}

interface NoticeFacts {
  readonly state: JurySessionState;
  readonly signatures: readonly NoticeSignature[];
  readonly hasEmail: boolean;
}

/**
 * Why a candidate cannot be sent the notice, in a sentence that says what to do, or `null`. It waits
 * for the closing, and for a signature of each college under the minutes: until then the decisions are
 * not told in the jury's name (DOMAIN 4.6).
 */
export function findNoticeObstacle({ state, signatures, hasEmail }: NoticeFacts): string | null {
  if (state !== 'closed') return 'La session n’est pas close : rien n’est décidé.';
  const signed = new Set(
    signatures.filter(({ method }) => method !== null).map(({ college }) => college),
  );
  if (signed.size < 2)
    return 'Le procès-verbal attend la signature d’un membre de chaque collège au moins.';
  return hasEmail ? null : 'Adresse mail manquante : imprimez la notification et remettez-la.';
}

/**
 * Whether the last notice still tells what stands: blocks decided otherwise since, by rectifying
 * minutes, make it outdated and it is to be sent again (W30, W37).
 */
export function judgeNotice({
  told,
  now,
  isWritten,
}: {
  readonly told: Pick<Notice, 'result' | 'blocks'> | null;
  readonly now: Pick<Notice, 'result' | 'blocks'>;
  /** Whether its mail is written. */
  readonly isWritten: boolean;
}): NoticeState {
  if (told === null) return 'none';
  const isSame = told.result === now.result && tellDecisions(told) === tellDecisions(now);
  if (!isSame) return 'outdated';
  return isWritten ? 'sent' : 'sending';
}

const tellDecisions = ({ blocks }: Pick<Notice, 'blocks'>): string =>
  JSON.stringify(
    blocks.map(({ code, status, recommendation, why }) => [code, status, recommendation, why]),
  );
