import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { CertificateKind } from '../vocabulary.ts';
import { type CertificateContent, nameAchievement, saysTheSame } from './certificate-content.ts';

/** What is issued never changes: a fault is mended by another document that cites the first. */
const source = 'DOMAIN 4.6';

const SHORTEST_MOTIVE = 10;

/**
 * Whether a certificate or an attestation can be revoked: once, while nothing replaces it, and with a
 * motive that somebody else understands.
 */
export function checkRevocation(input: {
  readonly motive: string;
  readonly revokedOn: PlainDate | null;
  /** Number of the document that has taken its place. */
  readonly replacedBy: string | null;
}): readonly Finding[] {
  const { motive, revokedOn, replacedBy } = input;
  const error = (rule: string, path: string, message: string): readonly Finding[] => [
    { rule, severity: 'error', path, message, source },
  ];
  if (replacedBy !== null)
    return error(
      'certificate.replaced-once',
      '',
      `Ce document est déjà remplacé par le n° ${replacedBy}.`,
    );
  if (revokedOn !== null)
    return error(
      'certificate.revoked-once',
      '',
      `Ce document est déjà révoqué depuis le ${formatDay(revokedOn)}.`,
    );
  if (motive.trim().length < SHORTEST_MOTIVE)
    return error(
      'certificate.revocation-has-motive',
      '/motive',
      'Dites pourquoi en quelques mots : ce motif reste au dossier.',
    );
  return [];
}

/**
 * Whether a corrected document may take the place of the first one: it must say something else, since
 * only what is in the file can be printed, and be about blocks that are still acquired: what rectifying
 * minutes took back is not certified again (S1:L176).
 */
export function checkCertificateCorrection(
  before: CertificateContent,
  after: CertificateContent,
): readonly Finding[] {
  const lost = after.blocks.find(
    ({ code, acquiredOn }) =>
      acquiredOn === null &&
      before.blocks.some((block) => block.code === code && block.acquiredOn !== null),
  );
  if (lost) return [refuseLost(lost.name)];
  if (!saysTheSame(before, after)) return [];
  return [
    {
      rule: 'certificate.correction-says-something-else',
      severity: 'error',
      path: '',
      message:
        'Le nouveau document dirait la même chose que celui-ci. Corrigez d’abord l’identité dans le dossier de l’apprenant, puis remplacez le document.',
      source,
    },
  ];
}

const refuseLost = (name: string): Finding => ({
  rule: 'certificate.correction-keeps-blocks',
  severity: 'error',
  path: '',
  message: `Le bloc « ${name} » n’est plus acquis : ce document se révoque, il ne se remplace pas.`,
  source,
});

export const validities = ['valid', 'revoked'] as const;
/** Whether a document that was issued still holds. */
export type Validity = (typeof validities)[number];

/** What whoever scans the QR code reads first: « Ce certificat est valide », and since when it is not. */
export function tellValidity(input: {
  readonly content: CertificateContent;
  readonly revokedOn: PlainDate | null;
  readonly replacedBy: string | null;
}): { readonly state: Validity; readonly title: string; readonly sentence: string } {
  const { content, revokedOn, replacedBy } = input;
  const { noun, ending } = words[content.kind];
  const what = `${nameAchievement(content)}, n° ${content.number}`;
  if (revokedOn === null)
    return {
      state: 'valid',
      title: `${noun} valide`,
      sentence: `${content.centre} l’a délivré${ending} le ${formatDay(content.issuedOn)} à ${content.holder.name} : ${what}.`,
    };
  const next = replacedBy
    ? ` Le document n° ${replacedBy} le remplace : demandez-le à la personne.`
    : ' Pour en savoir plus, écrivez à l’organisme qui l’a délivré.';
  return {
    state: 'revoked',
    title: replacedBy ? `${noun} remplacé${ending}` : `${noun} révoqué${ending}`,
    sentence: `Ce document ne vaut plus depuis le ${formatDay(revokedOn)}.${next}`,
  };
}

const words: Readonly<Record<CertificateKind, { noun: string; ending: string }>> = {
  certificate: { noun: 'Certificat', ending: '' },
  fae_attestation: { noun: 'Attestation', ending: 'e' },
  block_attestation: { noun: 'Attestation de bloc', ending: 'e' },
};
