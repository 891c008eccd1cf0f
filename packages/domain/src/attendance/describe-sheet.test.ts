import { describe, expect, it } from '@jest/globals';
import { describeSheet, type SheetFacts } from './describe-sheet.ts';

const facts: SheetFacts = {
  slot: { date: '2026-11-23', startsAt: 540, minutes: 210 },
  now: { day: '2026-11-23', minute: 600 },
  expectedCount: 12,
  recordedCount: 10,
  hasEntries: true,
  cancelReason: null,
  signature: null,
};
const at = (day: string, minute: number) => describeSheet({ ...facts, now: { day, minute } });

describe('DOMAIN 8.1: where the sheet of a half-day stands', () => {
  it('before it opens', () => {
    expect(at('2026-11-23', 500)).toEqual({
      state: 'not_open',
      fact: 'S’ouvre le lundi 23 novembre 2026 à 8 h 45.',
    });
  });

  it('while it runs', () => {
    expect(describeSheet(facts)).toEqual({
      state: 'open',
      fact: '10 sur 12 notés, il en manque 2.',
    });
  });

  it('over, within 48 h: to sign', () => {
    expect(at('2026-11-24', 600)).toEqual({
      state: 'to_sign',
      fact: '10 sur 12 notés, il en manque 2. À signer ; la saisie ferme le mercredi 25 novembre 2026 à 12 h 30.',
    });
  });

  it('8.1 (b): late stays visible until it is signed, whatever was recorded', () => {
    expect(at('2026-11-26', 600).state).toBe('late');
  });

  it('signed wins over cancelled: what was signed is never hidden', () => {
    const signature = { signerName: 'Petit Sophie', at: { day: '2026-11-23', minute: 755 } };
    expect(describeSheet({ ...facts, signature, cancelReason: 'déplacé' })).toEqual({
      state: 'signed',
      fact: 'Signée par Petit Sophie le lundi 23 novembre 2026 à 12 h 35.',
    });
  });

  it('over with nobody expected and nothing recorded: no sheet to sign', () => {
    const empty = { ...facts, expectedCount: 0, recordedCount: 0, hasEntries: false };
    const later = { day: '2026-11-26', minute: 600 };
    expect(describeSheet({ ...empty, now: later })).toEqual({
      state: 'nobody',
      fact: 'Personne n’est attendu. Rien à signer.',
    });
    expect(describeSheet({ ...empty, hasEntries: true, now: later }).state).toBe('late');
  });

  it('cancelled says why; nobody expected says so', () => {
    const snow = { ...facts, cancelReason: 'neige' };
    expect(describeSheet({ ...snow, recordedCount: 0 }).fact).toBe('Annulé : neige.');
    expect(describeSheet(snow).fact).toBe('Annulé : neige. Ce qui y est noté reste à signer.');
    expect(describeSheet({ ...facts, expectedCount: 0, recordedCount: 0 }).fact).toBe(
      'Personne n’est attendu.',
    );
  });
});
