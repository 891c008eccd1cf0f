import type { Finding } from '../finding.ts';
import type { PlainDate } from '../plain-date.ts';
import type { CertificateKind } from '../vocabulary.ts';

const prefixes: Readonly<Record<CertificateKind, string>> = {
  certificate: 'CQP',
  fae_attestation: 'FAE',
  block_attestation: 'BLOC',
};

/**
 * How the numbers of one year begin: « CQP-2026- », « FAE-2026- » and « BLOC-2026- » for
 * attestations. No source gives a form: the centre's own numbering (DOMAIN 14, default).
 */
export const certificateNumberPrefix = (kind: CertificateKind, today: PlainDate): string =>
  `${prefixes[kind]}-${today.slice(0, 4)}-`;

/** « CQP-2026-0007 » after six with that prefix; a fifth figure comes when four are full. */
export const nextCertificateNumber = (prefix: string, alreadyIssued: number): string =>
  `${prefix}${String(alreadyIssued + 1).padStart(4, '0')}`;

/**
 * Whether the day on which the employer's copy went to the CPAM can be noted: the doctor sends it
 * on receipt of the certificate (S4:L40), so neither before the issue nor ahead of today.
 */
export function checkCpamCopy(
  sentOn: PlainDate,
  { issuedOn, today }: { readonly issuedOn: PlainDate; readonly today: PlainDate },
): readonly Finding[] {
  const error = (rule: string, message: string): readonly Finding[] => [
    { rule, severity: 'error', path: '/sentOn', message, source: 'S4:L40' },
  ];
  if (sentOn > today) return error('certificate.copy-sent', 'Cette date est à venir.');
  if (sentOn < issuedOn)
    return error('certificate.copy-after-issue', 'Cette date précède la délivrance.');
  return [];
}
