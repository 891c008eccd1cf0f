/** Two clicks on « Envoyer » are one sending. */
const TWICE_MS = 60_000;

/** Whether the last convocation has left within the minute. */
export const isJustSent = (lastSentAt: string | Date | null | undefined, now: Date): boolean =>
  lastSentAt != null && now.getTime() - new Date(lastSentAt).getTime() < TWICE_MS;
