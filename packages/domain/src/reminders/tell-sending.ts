/** How long a mail that cannot leave is tried again before it is given up. */
const LONGEST_TRY = 2 * 86_400_000;

export const mailStates = ['left', 'waiting', 'refused', 'given_up'] as const;
/** Where a mail stands; `refused` is tried again, `given_up` leaves only if somebody asks. */
export type MailState = (typeof mailStates)[number];

/** What a mail's row says of its sending. */
export interface MailSending {
  readonly sentAt: unknown;
  readonly givenUpAt: unknown;
  /** The mail server's last answer. */
  readonly failure: string | null;
}

export function stateOfMail(mail: MailSending | null): MailState {
  if (mail?.sentAt) return 'left';
  if (mail?.givenUpAt) return 'given_up';
  return mail?.failure ? 'refused' : 'waiting';
}

/** Where a mail stands in a sentence, with the reason why it has not left. */
export function tellSending(mail: MailSending | null): string {
  const why = mail?.failure ?? 'raison inconnue';
  const sentences: Record<MailState, string> = {
    left: 'Parti.',
    waiting: 'En attente d’envoi.',
    refused: `Pas encore parti : ${why}. L’envoi est retenté pendant deux jours.`,
    given_up: `Ce mail n’est pas parti : ${why}. Jalon ne le retente plus.`,
  };
  return sentences[stateOfMail(mail)];
}

/** Whether a mail refused since that instant has been tried long enough, both in milliseconds. */
export const isMailToGiveUp = (failingSince: number, now: number): boolean =>
  now - failingSince >= LONGEST_TRY;
