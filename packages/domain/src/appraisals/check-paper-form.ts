import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';

const refuse = (rule: string, path: string, message: string, source: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source,
});

/**
 * Whether a block may still be appraised: what a jury acquired rests on the appraisals it had before
 * it, and they no longer change (S1:L176). `acquiredOn` is `null` while no jury has acquired it.
 */
export function checkBlockToAppraise(acquiredOn: PlainDate | null): readonly Finding[] {
  if (acquiredOn === null) return [];
  const message = `Le jury a décidé ce bloc acquis le ${formatDay(acquiredOn)} : les appréciations font partie de son dossier et ne changent plus.`;
  return [refuse('appraisal.block-acquired', '/blockCode', message, 'S1:L176')];
}

/**
 * Whether a form signed on paper may be typed in: its block is still open, and it was signed neither
 * in the future nor before `knownSince`, the day from which the tutor had the learner at work or in
 * training (DOMAIN 4.5).
 */
export function checkPaperForm(input: {
  readonly signedOn: PlainDate;
  readonly today: PlainDate;
  readonly knownSince: PlainDate;
  readonly acquiredOn: PlainDate | null;
}): readonly Finding[] {
  const { signedOn, today, knownSince, acquiredOn } = input;
  return [...checkBlockToAppraise(acquiredOn), ...checkDay(signedOn, today, knownSince)];
}

function checkDay(signedOn: PlainDate, today: PlainDate, knownSince: PlainDate): Finding[] {
  const at = (message: string) => [
    refuse('appraisal.signed-on', '/signedOn', message, 'DOMAIN 4.5'),
  ];
  if (signedOn > today) return at('La feuille ne peut pas être signée dans le futur.');
  if (signedOn < knownSince)
    return at(
      `Cette personne n’est connue du tuteur que depuis le ${formatDay(knownSince)} : vérifiez la date écrite sur la feuille.`,
    );
  return [];
}
