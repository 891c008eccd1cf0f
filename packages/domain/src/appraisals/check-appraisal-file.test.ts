import { describe, expect, it } from '@jest/globals';
import { scanMaxBytes } from '../scans/check-scan.ts';
import { checkAppraisalFile, nameAppraisalFile } from './check-appraisal-file.ts';

const paper = {
  sizeBytes: 40_000,
  mediaType: 'application/pdf',
  origin: 'office_paper' as const,
  isSigned: true,
};
const rulesOf = (more: Partial<Parameters<typeof checkAppraisalFile>[0]>) =>
  checkAppraisalFile({ ...paper, ...more }).map(({ rule, path }) => `${rule} ${path}`);

describe('the scan of a form that a tutor signed on paper (DOMAIN 4.5)', () => {
  it('is a PDF or a picture of 5 MB at most', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ mediaType: 'image/jpeg', sizeBytes: scanMaxBytes })).toEqual([]);
    expect(rulesOf({ sizeBytes: 0 })).toEqual(['appraisal-file.not-empty /contentBase64']);
    expect(rulesOf({ sizeBytes: scanMaxBytes + 1 })).toEqual([
      'appraisal-file.size /contentBase64',
    ]);
    expect(rulesOf({ mediaType: 'text/html' })).toEqual(['appraisal-file.type /contentBase64']);
    expect(rulesOf({ mediaType: null })).toEqual(['appraisal-file.type /contentBase64']);
  });

  it('belongs to a paper form: what was signed online, or is awaited, has none', () => {
    const refused = ['appraisal-file.signed-on-paper '];
    expect(rulesOf({ origin: 'tutor' })).toEqual(refused);
    expect(rulesOf({ isSigned: false })).toEqual(refused);
  });

  it('has a name that no computer takes for something else', () => {
    expect(nameAppraisalFile('../../Feuille B1.exe', 'image/png')).toBe('Feuille B1.png');
    expect(nameAppraisalFile('', 'application/pdf')).toBe('feuille.pdf');
  });
});
