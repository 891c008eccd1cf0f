import type { Finding } from '../finding.ts';
import { findScanFault, nameScan, type SentScan } from '../scans/check-scan.ts';
import type { AppraisalOrigin } from '../vocabulary.ts';

const rules = {
  empty: 'appraisal-file.not-empty',
  size: 'appraisal-file.size',
  type: 'appraisal-file.type',
} as const;

const error = (rule: string, message: string, path: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 4.5',
});

/**
 * Whether a file may be kept as the scan of an appraisal: the office typed it in from a form that the
 * tutor signed on paper, and the file is one that can be read. A form that a later one superseded may
 * have its scan too: what was signed is kept.
 */
export function checkAppraisalFile(
  file: SentScan & {
    readonly origin: AppraisalOrigin;
    readonly isSigned: boolean;
  },
): readonly Finding[] {
  if (file.origin !== 'office_paper' || !file.isSigned)
    return [
      error(
        'appraisal-file.signed-on-paper',
        'Cette appréciation n’a pas de feuille papier : il n’y a rien à y joindre.',
        '',
      ),
    ];
  const found = findScanFault(file);
  return found ? [error(rules[found.fault], found.message, '/contentBase64')] : [];
}

/** The name of a paper form's scan, safe on any computer. */
export const nameAppraisalFile = (sentName: string, mediaType: string): string =>
  nameScan(sentName, mediaType, 'feuille');
