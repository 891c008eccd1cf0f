import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AccessRoute, VaeItemCode } from '../vocabulary.ts';
import { vaeItemCodes } from '../vocabulary.ts';

const source = 'DOMAIN 4.7, W11';

/** How people read what a VAE file holds. */
const vaeItemNames: Record<VaeItemCode, string> = {
  application_form: 'Cerfa 12818*02 rempli et signé',
  experience_proof: 'Justificatifs de l’expérience',
  admissibility: 'Recevabilité prononcée',
};

/** One piece of a VAE file as a person noted it; both `null` while nobody has. */
export interface VaeItem {
  readonly code: VaeItemCode;
  readonly settledOn: PlainDate | null;
  /** The number of the decision, the list of the papers. */
  readonly reference: string | null;
}

/** A piece of the file, noted or not. */
export interface VaeLine extends VaeItem {
  readonly name: string;
  /** What is expected, as a French sentence. */
  readonly hint: string;
  readonly source: string;
}

const hints: Record<VaeItemCode, string> = {
  application_form: 'La demande de recevabilité du candidat, reçue par l’organisme partenaire.',
  experience_proof:
    'Bulletins de paie ou attestations : un an à temps plein, 1 607 h, pour la branche.',
  admissibility: 'La décision favorable sur la demande, avec sa date et son numéro.',
};

/**
 * The checklist of a candidate by VAE, in the order in which it is settled (DOMAIN 4.7, W11); `null`
 * for another access route, which has none.
 */
export const listVaeItems = (
  route: AccessRoute,
  items: readonly VaeItem[],
): readonly VaeLine[] | null =>
  route !== 'vae'
    ? null
    : vaeItemCodes.map((code) => {
        const noted = items.find((one) => one.code === code);
        return {
          code,
          settledOn: noted?.settledOn ?? null,
          reference: noted?.reference ?? null,
          name: vaeItemNames[code],
          hint: hints[code],
          source,
        };
      });

const gapWords: Record<VaeItemCode, string> = {
  application_form: 'Cerfa 12818*02',
  experience_proof: 'justificatifs d’expérience',
  admissibility: 'recevabilité',
};

/** What a VAE file still lacks, a few words each; nothing for another route. */
export const listVaeGaps = (route: AccessRoute, items: readonly VaeItem[]): readonly string[] =>
  (listVaeItems(route, items) ?? [])
    .filter(({ settledOn }) => settledOn === null)
    .map(({ code }) => gapWords[code]);

/**
 * What stops a piece of a VAE file from being noted as it was typed, each at its field: a day to come,
 * a reference without its day, an admissibility of before the request for it.
 */
export function checkVaeItem(
  item: VaeItem,
  others: readonly VaeItem[],
  today: PlainDate,
): readonly Finding[] {
  const { code, settledOn, reference } = item;
  const dayOf = (other: VaeItemCode) => others.find((one) => one.code === other)?.settledOn ?? null;
  const asked = dayOf('application_form');
  const admitted = dayOf('admissibility');
  const findings: Finding[] = [];
  if (settledOn === null && reference !== null)
    findings.push(error('vae.reference-dated', 'Indiquez le jour de cette pièce.'));
  if (settledOn !== null && settledOn > today)
    findings.push(
      error(
        'vae.settled-by-today',
        'Ce jour n’est pas encore venu : notez la pièce une fois reçue.',
      ),
    );
  if (code === 'admissibility' && settledOn !== null && asked !== null && settledOn < asked)
    findings.push(
      error('vae.admitted-after-request', `La demande n’a été reçue que le ${formatDay(asked)}.`),
    );
  if (
    code === 'application_form' &&
    settledOn !== null &&
    admitted !== null &&
    settledOn > admitted
  )
    findings.push(
      error(
        'vae.admitted-after-request',
        `La recevabilité a été prononcée le ${formatDay(admitted)}, avant ce jour.`,
      ),
    );
  return findings;
}

const error = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '/settledOn',
  message,
  source,
});
