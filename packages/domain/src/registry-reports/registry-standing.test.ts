import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Finding } from '../finding.ts';
import { registryAnswers } from '../vocabulary.ts';
import { type RegistrySending, registryDueOn, tellRegistryStanding } from './registry-standing.ts';

const missing: Finding = {
  rule: 'registry.mandatory-identity',
  severity: 'error',
  path: '/identity/sex',
  message: 'Il manque : sexe.',
  source: 'W80',
};
const sent = (answer: RegistrySending['answer'], message: string | null = null) => ({
  sentOn: '2026-11-25',
  answer,
  message,
});
const tell = (more: Partial<Parameters<typeof tellRegistryStanding>[0]> = {}) =>
  tellRegistryStanding({
    issuedOn: '2026-11-23',
    findings: [],
    sendings: [],
    today: '2026-12-01',
    ...more,
  });

describe('who is sent to the registry, and who is not (W75)', () => {
  it('somebody never sent, unless a mandatory datum is missing', () => {
    expect(tell()).toMatchObject({ state: 'to_send', isDue: true, daysLeft: 84, settledOn: null });
    expect(tell({ findings: [missing] })).toMatchObject({ state: 'to_complete', isDue: false });
    const warned = { ...missing, severity: 'warning' as const };
    expect(tell({ findings: [warned] }).isDue).toBe(true);
  });

  it('not twice while the registry has not answered', () => {
    expect(tell({ sendings: [sent(null)] })).toMatchObject({
      state: 'sent',
      isDue: false,
      daysLeft: null,
      settledOn: '2026-11-25',
    });
  });

  it('rejected, again, with the motive; not before what is missing is there', () => {
    const sendings = [sent('rejected', 'Aucun titulaire ne correspond.')];
    expect(tell({ sendings })).toMatchObject({ state: 'rejected', isDue: true, settledOn: null });
    expect(tell({ sendings }).sentence).toBe(
      'Envoyé le 25 novembre 2026, rejeté : « Aucun titulaire ne correspond ». Corrigez, puis renvoyez. À transmettre avant le 23 février 2027 (84 jours).',
    );
    expect(tell({ sendings, findings: [missing] }).isDue).toBe(false);
  });

  it('accepted, never again, whatever is missing since', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...registryAnswers)), (before) => {
        const sendings = [...before.map((answer) => sent(answer)), sent('accepted')];
        expect(tell({ sendings, findings: [missing] })).toMatchObject({
          state: 'accepted',
          isDue: false,
        });
      }),
    );
  });
});

describe('the limit of three months from the delivery (W72, W73)', () => {
  it.each([
    ['2026-11-23', '2027-02-23'],
    ['2026-11-30', '2027-02-28'],
    ['2027-12-01', '2028-03-01'],
  ])('delivered on %s: by %s', (issuedOn, dueOn) => {
    expect(registryDueOn(issuedOn)).toBe(dueOn);
  });

  it('says when it has passed', () => {
    expect(tell({ today: '2027-02-24' })).toMatchObject({
      daysLeft: -1,
      sentence: 'Prêt à transmettre. Le délai de 3 mois est passé depuis le 23 février 2027.',
    });
    expect(tell({ today: '2027-02-23' }).daysLeft).toBe(0);
  });
});
