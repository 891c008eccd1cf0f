import { describe, expect, it } from '@jest/globals';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { dispensationStates } from '../vocabulary.ts';
import type { Dispensation } from './dispensation.ts';
import { type AnswerRectification, rectifyAnswer } from './rectify-answer.ts';

const granted: Dispensation = {
  state: 'granted',
  blockCode: 'B2',
  moduleCode: 'B2-M2',
  requestedMinutes: 14 * 60,
  reference: 'CPNEFP-7',
  filedOn: '2026-09-10',
  transmittedOn: '2026-09-15',
  decidedOn: '2026-09-20',
  grantedMinutes: 14 * 60,
};
const refusal = {
  to: 'refused',
  on: '2026-09-20',
  reference: 'CPNEFP-7',
  grantedMinutes: null,
  motive: 'Titre non reconnu',
} as const;
const rectify = (change: Partial<AnswerRectification> = {}) =>
  rectifyAnswer({
    framework: cqpAm2022Afbb,
    dispensation: granted,
    formerMotive: null,
    answerTypedIn: true,
    by: 'centre',
    answer: refusal,
    because: 'Le courrier était celui d’une autre apprenante',
    others: [],
    effects: { acquiredOn: null, documents: [] },
    today: '2026-09-30',
    ...change,
  });
const refusalOf = (change: Partial<AnswerRectification>) => {
  const { outcome, dispensation, findings } = rectify(change);
  expect(outcome).toBe('rejected');
  expect(dispensation).toBe(change.dispensation ?? granted);
  return findings.map(({ path, rule }) => `${path} ${rule}`);
};

describe('an answer written by mistake is put right (DOMAIN 5.2)', () => {
  it('granted, it was refused: nothing is taken off any more', () => {
    expect(rectify()).toMatchObject({
      outcome: 'advanced',
      dispensation: { state: 'refused', grantedMinutes: 0, decidedOn: '2026-09-20' },
    });
  });

  it('refused, a part was granted', () => {
    const dispensation: Dispensation = { ...granted, state: 'refused', grantedMinutes: 0 };
    const answer = { ...refusal, to: 'partial', grantedMinutes: 420 } as const;
    expect(rectify({ dispensation, answer }).dispensation).toMatchObject({
      state: 'partial',
      grantedMinutes: 420,
    });
  });

  it('no answer came for this request: it waits again, under the reference of its sending', () => {
    const answer = { ...refusal, to: 'transmitted', on: null, motive: null } as const;
    const { dispensation } = rectify({ answer: { ...answer, reference: 'ENVOI-12' } });
    expect(dispensation).toEqual({
      ...granted,
      state: 'transmitted',
      reference: 'ENVOI-12',
      decidedOn: null,
      grantedMinutes: null,
    });
    expect(refusalOf({ answer: { ...answer, reference: null } })).toEqual([
      '/reference dispensation.sending-reference-given',
    ]);
  });

  it('only an answer is rectified', () => {
    const rectifiable = dispensationStates.filter(
      (state) =>
        !rectify({ dispensation: { ...granted, state } }).findings.some(
          ({ rule }) => rule === 'dispensation.answered-to-rectify',
        ),
    );
    expect(rectifiable).toEqual(['granted', 'partial', 'refused']);
  });

  it('the certifier’s own decision is rectified by the certifier alone, who also rectifies a letter typed in', () => {
    expect(refusalOf({ answerTypedIn: false })).toEqual([' dispensation.own-decision-rectified']);
    expect(rectify({ answerTypedIn: false, by: 'certifier' }).outcome).toBe('advanced');
    expect(rectify({ by: 'certifier' }).outcome).toBe('advanced');
  });

  it.each<[string, Partial<AnswerRectification>, string[]]>([
    ['no reason given', { because: ' ' }, ['/because dispensation.rectification-explained']],
    [
      'a refusal without a motive',
      { answer: { ...refusal, motive: null } },
      ['/motive dispensation.answer-explained'],
    ],
    ['no day', { answer: { ...refusal, on: null } }, ['/on dispensation.answer-dated']],
    [
      'before the transmission',
      { answer: { ...refusal, on: '2026-09-14' } },
      ['/on dispensation.days-in-order'],
    ],
    [
      'a day to come',
      { answer: { ...refusal, on: '2026-10-01' } },
      ['/on dispensation.day-not-future'],
    ],
    [
      'a part that is all',
      { answer: { ...refusal, to: 'partial', grantedMinutes: 840 } },
      ['/grantedMinutes dispensation.granted-is-part'],
    ],
    [
      'the same answer again',
      { answer: { ...refusal, to: 'granted', motive: null } },
      [' dispensation.rectification-changes'],
    ],
  ])('%s is said at its field', (_, change, expected) => {
    expect(refusalOf(change)).toEqual(expected);
  });

  it('hours asked again since a refusal are not granted twice', () => {
    const dispensation: Dispensation = { ...granted, state: 'refused', grantedMinutes: 0 };
    const answer = { ...refusal, to: 'granted', motive: null } as const;
    const again = { blockCode: 'B2', moduleCode: null, state: 'filed' } as const;
    expect(refusalOf({ dispensation, answer, others: [again] })).toEqual([
      '/to dispensation.rectified-hours-free',
    ]);
    const others = [{ ...again, state: 'withdrawn' as const }];
    expect(rectify({ dispensation, answer, others }).outcome).toBe('advanced');
  });
});

describe('what was decided on those hours stands first (DOMAIN 4.6, 5.2)', () => {
  const acquired = { acquiredOn: '2026-09-25', documents: [] };
  const issued = (kind: 'certificate' | 'fae_attestation' | 'block_attestation', code = 'B2') => ({
    acquiredOn: null,
    documents: [
      { kind, number: 'AM-2026-1', blockCode: kind === 'block_attestation' ? code : null },
    ],
  });
  const elsewhere = { ...refusal, to: 'granted', reference: 'CPNEFP-70', motive: null } as const;

  it('the jury decided the block acquired: its hours change no more', () => {
    expect(refusalOf({ effects: acquired })).toEqual([' dispensation.rectified-before-jury']);
    expect(rectify({ effects: acquired }).findings[0]?.message).toContain(
      'jury du 25 septembre 2026',
    );
  });

  it.each(['certificate', 'fae_attestation', 'block_attestation'] as const)(
    'a %s in force states those hours',
    (kind) => {
      expect(refusalOf({ effects: issued(kind) })).toEqual([
        ' dispensation.rectified-before-document',
      ]);
    },
  );

  it('the attestation of another block does not', () => {
    expect(rectify({ effects: issued('block_attestation', 'B1') }).outcome).toBe('advanced');
  });

  it('a reference put right changes no hours: always', () => {
    const change = { answer: elsewhere, effects: { ...issued('certificate'), ...acquired } };
    expect(rectify(change).dispensation.reference).toBe('CPNEFP-70');
    expect(rectify({ answer: elsewhere, effects: issued('certificate') }).outcome).toBe('advanced');
  });
});
