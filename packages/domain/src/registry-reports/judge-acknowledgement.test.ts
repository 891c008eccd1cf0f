import { describe, expect, it } from '@jest/globals';
import { checkRegistrySettings, natureOfDepositor } from './check-registry-settings.ts';
import {
  type Acknowledgement,
  type AnsweredReport,
  checkWholeRefusal,
  judgeAcknowledgement,
} from './judge-acknowledgement.ts';

const report: AnsweredReport = {
  emitterClientId: '03VML243',
  certifierClientId: '03VML243',
  knownTreatments: ['67000'],
  entries: new Map([
    ['lina', null],
    ['maxime', null],
    ['sofia', 'accepted'],
  ]),
};
const file = (more: Partial<Acknowledgement> = {}): Acknowledgement => ({
  reportId: 'flux-1',
  treatmentId: '67598',
  acceptedIds: [],
  rejections: [],
  clientIds: [],
  ...more,
});
const judge = (more: Partial<Acknowledgement>, of: AnsweredReport | null = report) =>
  judgeAcknowledgement(file(more), of);
const refusalOf = (more: Partial<Acknowledgement>, of: AnsweredReport | null = report) =>
  judge(more, of).refusal?.rule;

describe('an acknowledgement of the registry is taken (W75)', () => {
  it('accepted and rejected, with the motive; who is not named stays without an answer', () => {
    const message = 'Aucun titulaire ne correspond aux critères obligatoires';
    expect(judge({ acceptedIds: ['lina'], rejections: [{ entryId: 'maxime', message }] })).toEqual({
      refusal: null,
      answers: [
        { entryId: 'lina', answer: 'accepted', message: null },
        { entryId: 'maxime', answer: 'rejected', message },
      ],
    });
  });

  it('a passage that the registry already holds counts as accepted', () => {
    const message = 'Le passage certification avec le bcr émetteur 03VML243 existe déjà en base';
    const { answers } = judge({ rejections: [{ entryId: 'lina', message }] });
    expect(answers?.map(({ answer }) => answer)).toEqual(['accepted']);
  });

  it('the same answer again changes nothing', () => {
    expect(judge({ acceptedIds: ['sofia'] }).answers).toEqual([]);
  });
});

describe('an acknowledgement is refused whole, with the reason', () => {
  it('of another certifier: the file that it answers was not made here', () => {
    expect(refusalOf({ acceptedIds: ['lina'] }, null)).toBe(
      'registry.acknowledgement-of-own-report',
    );
  });

  it('addressed to another emitter', () => {
    const { refusal } = judge({ acceptedIds: ['lina'], clientIds: ['03VML243', '04DRP907'] });
    expect(refusal?.rule).toBe('registry.acknowledgement-of-own-emitter');
    expect(refusal?.message).toContain('04DRP907');
    const message = 'Le passage avec le bcr émetteur 04DRP907 existe déjà en base';
    expect(refusalOf({ rejections: [{ entryId: 'lina', message }] })).toBe(refusal?.rule);
  });

  it('twice', () => {
    expect(refusalOf({ acceptedIds: ['lina'], treatmentId: '67000' })).toBe(
      'registry.acknowledgement-once',
    );
  });

  it('about somebody who was not sent', () => {
    expect(refusalOf({ acceptedIds: ['lina', 'karim'] })).toBe(
      'registry.acknowledgement-of-own-entries',
    );
  });

  it('that says nothing', () => {
    expect(refusalOf({})).toBe('registry.acknowledgement-answers');
  });

  it('that contradicts itself, or an answer already given', () => {
    const rejections = [{ entryId: 'lina', message: 'Non' }];
    expect(refusalOf({ acceptedIds: ['lina'], rejections })).toBe(
      'registry.acknowledgement-agrees',
    );
    expect(refusalOf({ rejections: [{ entryId: 'sofia', message: 'Non' }] })).toBe(
      'registry.acknowledgement-agrees',
    );
  });
});

describe('a file that the portal refused whole', () => {
  it('may be noted as such until an acknowledgement has answered it', () => {
    expect(checkWholeRefusal(0)).toEqual([]);
    expect(checkWholeRefusal(1).map(({ rule }) => rule)).toEqual(['registry.refused-whole']);
  });
});

describe('the identifiers that the Caisse des Dépôts gave (DOMAIN 11)', () => {
  const own = {
    emitterClientId: '03VML243',
    certifierClientId: '03VML243',
    contractId: 'MCFCER000775',
    asksForNir: false,
  };

  it('8 characters for a client, 20 at most for a contract', () => {
    expect(checkRegistrySettings(own)).toEqual([]);
    const wrong = { ...own, emitterClientId: '3VML243', certifierClientId: '', contractId: 'a b' };
    expect(checkRegistrySettings(wrong).map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'registry.client-id /emitterClientId',
      'registry.client-id /certifierClientId',
      'registry.contract-id /contractId',
    ]);
  });

  it('who sends for another is a trusted third party', () => {
    expect(natureOfDepositor(own)).toBe('CERTIFICATEUR');
    expect(natureOfDepositor({ ...own, emitterClientId: '04DRP907' })).toBe('TIERS_CONFIANCE');
  });
});
