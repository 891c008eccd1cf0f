import type { Finding } from '../finding.ts';
import { findScanFault, nameScan, type SentScan } from '../scans/check-scan.ts';

const rules = {
  empty: 'credential-file.not-empty',
  size: 'credential-file.size',
  type: 'credential-file.type',
} as const;

const error = (rule: string, message: string, path = '/contentBase64'): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'S1:L174, W1',
});

/**
 * Whether a file may be kept as the scan of a credential (« obligation de détenir », S1:L174): it
 * holds something, it is not too heavy, it is a PDF or a picture, and the credential still counts.
 */
export function checkCredentialFile(
  file: SentScan & {
    /** The credential was corrected or taken back. */
    readonly isSuperseded: boolean;
  },
): readonly Finding[] {
  if (file.isSuperseded)
    return [
      error(
        'credential-file.credential-counts',
        'Cette attestation a été corrigée ou retirée : joignez le justificatif à celle qui vaut.',
        '',
      ),
    ];
  const found = findScanFault(file);
  return found ? [error(rules[found.fault], found.message)] : [];
}

/** The name of a credential's scan, safe on any computer. */
export const nameCredentialFile = (sentName: string, mediaType: string): string =>
  nameScan(sentName, mediaType, 'justificatif');
