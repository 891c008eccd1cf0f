import { describe, expect, it } from '@jest/globals';
import {
  certificateNumberPrefix,
  checkCpamCopy,
  nextCertificateNumber,
} from './issue-certificate.ts';

describe('the number of a certificate', () => {
  it('counts within the year, certificates and each kind of attestation apart', () => {
    expect(nextCertificateNumber(certificateNumberPrefix('certificate', '2026-11-22'), 6)).toBe(
      'CQP-2026-0007',
    );
    expect(nextCertificateNumber(certificateNumberPrefix('fae_attestation', '2027-01-04'), 0)).toBe(
      'FAE-2027-0001',
    );
    expect(
      nextCertificateNumber(certificateNumberPrefix('block_attestation', '2026-11-22'), 41),
    ).toBe('BLOC-2026-0042');
    expect(nextCertificateNumber('CQP-2026-', 9999)).toBe('CQP-2026-10000');
  });
});

describe('S4:L40: the doctor sends a copy to the CPAM on receipt of the certificate', () => {
  const dates = { issuedOn: '2026-11-18', today: '2026-11-22' };
  it('from the day of issue to today', () => {
    expect(checkCpamCopy('2026-11-18', dates)).toEqual([]);
    expect(checkCpamCopy('2026-11-22', dates)).toEqual([]);
    expect(checkCpamCopy('2026-11-17', dates)[0]?.rule).toBe('certificate.copy-after-issue');
    expect(checkCpamCopy('2026-11-23', dates)[0]?.rule).toBe('certificate.copy-sent');
  });
});
