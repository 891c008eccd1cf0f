import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afgsu1 } from '../frameworks/data/cqp-am.ts';
import { addDays } from '../plain-date.ts';
import { afgsuObtained } from '../test-records.ts';
import { checkCredential, credentialExpiry, isCredentialValidOn } from './credentials.ts';

const days = fc.integer({ min: 0, max: 8000 }).map((count) => addDays('2018-01-01', count));

describe('the AFGSU 1 as a dated credential (DOMAIN 13, W1)', () => {
  it('expires four years after the attestation', () => {
    expect(credentialExpiry(afgsu1, '2022-12-02')).toBe('2026-12-02');
  });

  it('29 February becomes 28 February when the year has none', () => {
    expect(credentialExpiry({ ...afgsu1, validityYears: 1 }, '2024-02-29')).toBe('2025-02-28');
    expect(credentialExpiry(afgsu1, '2024-02-29')).toBe('2028-02-29');
  });

  it('is valid from the day it is obtained to the day before its expiry', () => {
    const held = afgsuObtained('2022-12-02');
    expect(isCredentialValidOn(held, '2022-12-01')).toBe(false);
    expect(isCredentialValidOn(held, '2022-12-02')).toBe(true);
    expect(isCredentialValidOn(held, '2026-12-01')).toBe(true);
    expect(isCredentialValidOn(held, '2026-12-02')).toBe(false);
  });

  it('warns when fewer than 60 days remain (Q6)', () => {
    const held = [afgsuObtained('2022-12-02')];
    expect(checkCredential(afgsu1, held, '2026-10-03').status).toBe('valid');
    const soon = checkCredential(afgsu1, held, '2026-10-04');
    expect(soon).toMatchObject({ status: 'expiring', expiresOn: '2026-12-02' });
    expect(soon.reason).toEqual({
      rule: 'credential.valid-on-day',
      met: true,
      facts:
        'AFGSU niveau 1 : valide le 4 octobre 2026, mais expire le 2 décembre 2026, dans moins de 60 jours.',
      source: afgsu1.source,
    });
  });

  it('says when it expired, and when none was ever obtained', () => {
    const expired = checkCredential(afgsu1, [afgsuObtained('2022-12-02')], '2026-12-18');
    expect(expired.status).toBe('expired');
    expect(expired.reason.facts).toBe('AFGSU niveau 1 : plus valable à partir du 2 décembre 2026.');
    const missing = checkCredential(afgsu1, [], '2026-12-18');
    expect(missing).toMatchObject({ status: 'missing', expiresOn: null, reason: { met: false } });
  });

  it('a refresher course makes it valid again, and one to come does not count yet', () => {
    const held = [afgsuObtained('2022-12-02'), afgsuObtained('2026-11-25')];
    expect(checkCredential(afgsu1, held, '2026-12-18').expiresOn).toBe('2030-11-25');
    expect(checkCredential(afgsu1, held, '2026-11-24').expiresOn).toBe('2026-12-02');
  });

  it('the reason is met exactly when one credential is valid that day', () => {
    fc.assert(
      fc.property(fc.array(days, { maxLength: 3 }), days, (obtained, day) => {
        const held = obtained.map(afgsuObtained);
        const isValid = held.some((one) => isCredentialValidOn(one, day));
        expect(checkCredential(afgsu1, held, day).reason.met).toBe(isValid);
      }),
    );
  });
});
