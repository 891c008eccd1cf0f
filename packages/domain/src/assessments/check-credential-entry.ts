import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import { minimumAge } from '../people/check-person.ts';
import { addYears, type PlainDate } from '../plain-date.ts';

/** What was decided on the strength of a credential: a block acquired, or a certificate issued. */
export interface CredentialUse {
  /** « le bloc B4, acquis au jury du 18 décembre 2026 » */
  readonly what: string;
  readonly decidedOn: PlainDate;
}

const error = (rule: string, message: string, source: string): Finding => ({
  rule,
  severity: 'error',
  path: '/obtainedOn',
  message,
  source,
});

/**
 * Whether a credential may be written down: it has been obtained, it is not there already, and when
 * it corrects another one, nothing was decided on the day that it changes. A block acquired and a
 * certificate issued rest on it for ever (S1:L155, L176); its issuer and reference may still be put
 * right, and a renewal is another credential.
 */
export function checkCredentialEntry(input: {
  readonly obtainedOn: PlainDate;
  readonly today: PlainDate;
  /** Day of the credential that this one corrects; `null` for another one. */
  readonly correctedOn: PlainDate | null;
  /** Days of the credentials in force of the same code, the corrected one left out. */
  readonly recordedOn: readonly PlainDate[];
  readonly uses: readonly CredentialUse[];
  /** `null` while nobody knows it. */
  readonly birthDate: PlainDate | null;
}): readonly Finding[] {
  const { obtainedOn, today, correctedOn, recordedOn } = input;
  if (obtainedOn > today)
    return [
      error(
        'credential.obtained',
        'Cette date est à venir : enregistrez l’attestation une fois obtenue.',
        'W1',
      ),
    ];
  const young = obtainedOn === correctedOn ? null : tellTooEarly(input);
  if (young !== null) return [error('credential.old-enough', young, 'W1')];
  if (recordedOn.includes(obtainedOn))
    return [
      error(
        'credential.once',
        `Une attestation obtenue le ${formatDay(obtainedOn)} est déjà enregistrée.`,
        'W1',
      ),
    ];
  const isMoved = correctedOn !== null && correctedOn !== obtainedOn;
  const use = isMoved ? findUse(correctedOn, input.uses) : null;
  if (!use) return [];
  const message = `${use.what} repose sur cette attestation : sa date ne change plus. Un renouvellement s’enregistre comme une nouvelle attestation.`;
  return [error('credential.rested-on', message, 'S1:L155, L176')];
}

/** Years of working life: nobody's attestation is older, when their birth is not known. */
const careerYears = 50;

function tellTooEarly({
  obtainedOn,
  birthDate,
  today,
}: Parameters<typeof checkCredentialEntry>[0]): string | null {
  if (birthDate !== null && obtainedOn < addYears(birthDate, minimumAge))
    return `Cette personne, née le ${formatDay(birthDate)}, aurait eu moins de ${minimumAge} ans : vérifiez l’année.`;
  return obtainedOn < addYears(today, -careerYears)
    ? `Cette date a plus de ${careerYears} ans : vérifiez l’année.`
    : null;
}

/** The first decision that had before it a credential obtained that day. */
export const findUse = (
  obtainedOn: PlainDate,
  uses: readonly CredentialUse[],
): CredentialUse | undefined => uses.find(({ decidedOn }) => obtainedOn <= decidedOn);
