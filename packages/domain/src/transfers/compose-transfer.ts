import type { HeldCredential } from '../assessments/credentials.ts';
import { type BlockVerdict, blockKeptUntil, heldVerdicts } from '../certificates/held-blocks.ts';
import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import type { PlainDate } from '../plain-date.ts';
import type { TransferContent } from './transfer-content.ts';

/** What a transfer is written from. */
export interface TransferFacts {
  readonly centre: string;
  readonly holder: Omit<TransferContent['holder'], 'birthDate'> & {
    readonly birthDate: PlainDate | null;
  };
  readonly framework: Framework;
  readonly enteredOn: PlainDate;
  /** « 204 h sur 279 h » */
  readonly hours: string;
  readonly verdicts: readonly BlockVerdict[];
  readonly credentials: readonly (HeldCredential & { readonly issuer: string })[];
}

/**
 * Whether a learner's blocks can be handed to another centre: a certification's, one at least that a
 * jury acquired and that is still kept, of somebody whom the other centre can recognise.
 */
export function checkTransfer(facts: TransferFacts, today: PlainDate): readonly Finding[] {
  const { framework, verdicts, holder } = facts;
  if (framework.outcome === 'attestation')
    return [
      refuse(
        'transfer.certification',
        'Cette formation mène à une attestation : aucun bloc n’y est acquis devant un jury, rien n’est à transférer.',
      ),
    ];
  const isHeld = heldVerdicts(framework, verdicts, today).length > 0;
  return [
    ...(isHeld
      ? []
      : [
          refuse(
            'transfer.held-block',
            'Aucun jury n’a décidé de bloc acquis qui soit encore conservé : rien n’est à transférer.',
          ),
        ]),
    ...(holder.birthDate
      ? []
      : [
          refuse(
            'transfer.recognisable',
            'La date de naissance manque au dossier : l’autre centre ne pourrait pas reconnaître la personne.',
          ),
        ]),
  ];
}

/**
 * What the transfer says today.
 * @throws RangeError for facts that `checkTransfer` refuses for want of a birth date
 */
export function composeTransfer(facts: TransferFacts, today: PlainDate): TransferContent {
  const { framework, holder, verdicts, centre, enteredOn, hours } = facts;
  const { birthDate } = holder;
  if (!birthDate) throw new RangeError('A transfer names the birth date of its holder');
  const { certification, title, credentials: known, blockRetentionMonths } = framework;
  return {
    centre,
    writtenOn: today,
    holder: { ...holder, birthDate },
    certification: {
      name: certification?.name ?? title,
      rncp: certification?.rncp ?? null,
      certifier: certification?.certifier ?? null,
    },
    version: title,
    enteredOn,
    hours,
    blocks: heldVerdicts(framework, verdicts, today).map(
      ({ blockCode, decidedOn, carriedFrom }) => ({
        code: blockCode,
        name: framework.blocks.find(({ code }) => code === blockCode)?.name ?? blockCode,
        decidedOn,
        acquiredUnder: carriedFrom ?? title,
        keptUntil: blockKeptUntil(decidedOn, blockRetentionMonths),
      }),
    ),
    credentials: facts.credentials
      .filter(({ obtainedOn, expiresOn }) => obtainedOn <= today && today < expiresOn)
      .toSorted((one, other) => other.obtainedOn.localeCompare(one.obtainedOn))
      .map(({ credentialCode, obtainedOn, expiresOn, issuer }) => ({
        name: known.find(({ code }) => code === credentialCode)?.name ?? credentialCode,
        obtainedOn,
        expiresOn,
        issuer,
      })),
  };
}

const refuse = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '',
  message,
  source: 'S1:L176, DOMAIN Q19',
});
