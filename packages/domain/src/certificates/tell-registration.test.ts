import { describe, expect, it } from '@jest/globals';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { tellRegistration } from './tell-registration.ts';

const tell = (enteredOn: string, issuedOn: string, framework = cqpAm2022Afbb) =>
  tellRegistration({ framework, enteredOn, issuedOn });

describe('DOMAIN 3.3, W19: the registration on the day of delivery', () => {
  it('says nothing while the sheet runs, its last day included', () => {
    expect(tell('2024-10-07', '2025-04-24')).toBeNull();
  });

  it('past it, the level is still granted to whom began while it ran', () => {
    expect(tell('2024-10-07', '2025-04-25')).toMatchObject({
      rule: 'certificate.registered-on-issue',
      met: true,
      facts:
        'La fiche RNCP 36358 est échue depuis le 24 avril 2025. Le niveau reste reconnu : la formation a commencé le 7 octobre 2024, quand elle courait.',
      source: 'DOMAIN 3.3, W19',
    });
  });

  it('and may not be to whom began after it: the office is told before it issues', () => {
    expect(tell('2025-04-25', '2026-05-18')).toMatchObject({
      met: false,
      facts: expect.stringMatching(/pourrait ne pas être reconnu.*Demandez au certificateur/),
    });
  });

  it('before the sheet runs as well', () => {
    expect(tell('2022-01-03', '2022-04-21')?.facts).toMatch('n’est pas encore enregistrée');
  });

  it('an attestation of FAE grants no level', () => {
    expect(tell('2025-01-06', '2026-05-18', fae112)).toBeNull();
  });
});
