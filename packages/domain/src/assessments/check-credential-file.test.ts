import { describe, expect, it } from '@jest/globals';
import { scanMaxBytes } from '../scans/check-scan.ts';
import { checkCredentialFile, nameCredentialFile } from './check-credential-file.ts';

const scan = { sizeBytes: 120_000, mediaType: 'application/pdf', isSuperseded: false };
const rulesOf = (more: Partial<Parameters<typeof checkCredentialFile>[0]>) =>
  checkCredentialFile({ ...scan, ...more }).map(({ rule }) => rule);

describe('the scan of a credential (S1:L174)', () => {
  it('is a PDF, a JPEG or a PNG by its bytes, up to 5 MB', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ mediaType: 'image/jpeg' })).toEqual([]);
    expect(rulesOf({ mediaType: 'image/png', sizeBytes: scanMaxBytes })).toEqual([]);
  });

  it('is nothing else: a program, a page, a picture that runs scripts, an empty or a heavy file', () => {
    expect(rulesOf({ mediaType: 'application/x-msdownload' })).toEqual(['credential-file.type']);
    expect(rulesOf({ mediaType: 'image/svg+xml' })).toEqual(['credential-file.type']);
    expect(rulesOf({ mediaType: 'toString' })).toEqual(['credential-file.type']);
    expect(rulesOf({ mediaType: null })).toEqual(['credential-file.type']);
    expect(rulesOf({ sizeBytes: 0, mediaType: null })).toEqual(['credential-file.not-empty']);
    expect(rulesOf({ sizeBytes: scanMaxBytes + 1 })).toEqual(['credential-file.size']);
  });

  it('goes with the credential that counts, not with one corrected or taken back', () => {
    expect(rulesOf({ isSuperseded: true })).toEqual(['credential-file.credential-counts']);
  });

  it('keeps a safe name, with the end of its real type', () => {
    const name = (sent: string) => nameCredentialFile(sent, 'application/pdf');
    expect(name('AFGSU Bonnet.PDF')).toBe('AFGSU Bonnet.pdf');
    expect(name('../../etc/passwd')).toBe('passwd.pdf');
    expect(name('C:\\scans\\afgsu.exe')).toBe('afgsu.pdf');
    expect(name('attestation\u202Efdp.exe')).toBe('attestationfdp.pdf');
    expect(name('a"b<c>:d|e?.png')).toBe('abcde.pdf');
    expect(name(' . .pdf')).toBe('justificatif.pdf');
    expect(name('é'.repeat(300))).toBe(`${'é'.repeat(100)}.pdf`);
    expect(nameCredentialFile('photo', 'image/jpeg')).toBe('photo.jpg');
  });
});
