import type { Finding } from '../finding.ts';

const refuse = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});

/** Whether an event may be prepared on a half-day: one of evaluation, at the end of its block (S1:L178). */
export const checkEventSlot = (slot: { readonly isEvaluation: boolean }): readonly Finding[] =>
  slot.isEvaluation
    ? []
    : [
        refuse(
          'assessment-event.on-evaluation',
          '',
          'Une séance d’évaluation se prépare sur une demi-journée d’évaluation du calendrier.',
          'S1:L178',
        ),
      ];

/** Whether a half-day is free of another event: two people do not prepare it twice. */
export const checkEventAlone = (slot: { readonly isPrepared: boolean }): readonly Finding[] =>
  slot.isPrepared
    ? [
        refuse(
          'assessment-event.once-a-half-day',
          '',
          'Une séance est déjà préparée sur cette demi-journée : ouvrez-la.',
          'DOMAIN 12',
        ),
      ]
    : [];

/** Whether an event may still be changed, cancelled or convoked to: a cancelled one stays as it was. */
export const checkEventStands = (event: { readonly isCancelled: boolean }): readonly Finding[] =>
  event.isCancelled
    ? [
        refuse(
          'assessment-event.stands',
          '',
          'Cette séance est annulée : préparez-en une autre.',
          'DOMAIN 12',
        ),
      ]
    : [];

/** Whether an event of which there is a trace may be cancelled: whoever was asked to it reads why. */
export const checkEventCancellation = (reason: string): readonly Finding[] =>
  reason.trim() === ''
    ? [
        refuse(
          'assessment-event.cancelled-for-a-reason',
          '/reason',
          'Des candidats y sont convoqués : dites pourquoi elle est annulée.',
          'DOMAIN 12',
        ),
      ]
    : [];
