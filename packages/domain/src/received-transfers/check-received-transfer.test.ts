import { describe, expect, it } from '@jest/globals';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { leMans } from '../test-records.ts';
import type { TransferContent, TransferredBlock } from '../transfers/transfer-content.ts';
import { checkReceivedTransfer, type ReceivedTransferFacts } from './check-received-transfer.ts';
import { matchBlocks } from './match-blocks.ts';

const nameOf = (code: string) => leMans.blocks.find((one) => one.code === code)?.name ?? code;
const block = (code: string, more: Partial<TransferredBlock> = {}): TransferredBlock => ({
  code,
  name: nameOf(code),
  decidedOn: '2026-06-18',
  acquiredUnder: 'CQP de l’AFBB',
  keptUntil: null,
  ...more,
});
const certification = {
  name: leMans.certification?.name ?? '',
  rncp: leMans.certification?.rncp ?? null,
  certifier: leMans.certification?.certifier ?? null,
};
const content: TransferContent = {
  centre: 'AFBB',
  writtenOn: '2026-11-20',
  certification,
  version: 'CQP de l’AFBB',
  holder: { givenName: 'Lina', birthName: 'Abadie', usageName: null, birthDate: '1994-02-11' },
  enteredOn: '2025-09-08',
  hours: '204 h sur 279 h',
  credentials: [],
  blocks: [block('B1'), block('B2')],
};
const facts = (more: Partial<ReceivedTransferFacts> = {}): ReceivedTransferFacts => ({
  content,
  issuer: 'known',
  isSigned: true,
  isReceived: false,
  framework: leMans,
  person: { ...content.holder },
  heldBlockCodes: [],
  presented: [],
  today: '2026-11-23',
  ...more,
});
const rules = (more: Partial<ReceivedTransferFacts> = {}) =>
  checkReceivedTransfer(facts(more)).map(({ rule, path }) => `${rule} ${path}`);
const refused = (rule: string) => [`received-transfer.${rule} /contentBase64`];

describe('a file that another centre signed is received (S1:L176, DOMAIN Q19)', () => {
  it('for the person whom it names, towards the same certification', () => {
    expect(rules()).toEqual([]);
  });

  it('received-transfer.issuer-known: a signature that nobody here can verify is none', () => {
    expect(rules({ issuer: 'unknown', isSigned: false })).toEqual(refused('issuer-known'));
  });

  it('received-transfer.signed: to the letter', () => {
    expect(rules({ isSigned: false })).toEqual(refused('signed'));
    // Whoever writes a centre's name on a file does not make it that centre's.
    expect(rules({ isSigned: false, issuer: 'own' })).toEqual(refused('signed'));
  });

  it('received-transfer.other-centre: not one’s own', () => {
    expect(rules({ issuer: 'own' })).toEqual(refused('other-centre'));
  });

  it('received-transfer.same-person: same names, whatever their accents and order, and birth date', () => {
    const person = { ...content.holder };
    const exchanged = { ...person, givenName: 'ABADIE', birthName: 'Lïna' };
    expect(rules({ person: exchanged })).toEqual([]);
    for (const other of [{ birthDate: '1994-02-12' }, { birthDate: null }, { givenName: 'Léa' }])
      expect(rules({ person: { ...person, ...other } })).toEqual(refused('same-person'));
  });

  it('received-transfer.same-certification: the same sheet, or the same name and certifier', () => {
    const sent = (more: Partial<typeof certification>) => ({
      content: { ...content, certification: { ...certification, ...more } },
    });
    expect(rules(sent({ rncp: 'RNCP36358' }))).toEqual([]);
    expect(rules(sent({ name: 'Autre intitulé' }))).toEqual([]);
    expect(rules(sent({ rncp: null, name: 'CQP Secrétaire' }))).toEqual(
      refused('same-certification'),
    );
    expect(rules(sent({ rncp: null, certifier: 'Autre' }))).toEqual(refused('same-certification'));
    expect(rules({ framework: fae112 })).toEqual(refused('same-certification'));
  });

  it('received-transfer.block-to-confirm: with one block at least for the certifier', () => {
    expect(rules({ heldBlockCodes: ['B1'] })).toEqual([]);
    expect(rules({ heldBlockCodes: ['B1', 'B2'] })).toEqual(refused('block-to-confirm'));
    expect(rules({ content: { ...content, blocks: [] } })).toEqual(refused('block-to-confirm'));
  });

  it('received-transfer.received-once: the same file again only for what was refused', () => {
    const standing = (state: 'requested' | 'approved' | 'refused') => ({
      isReceived: true,
      presented: ['B1', 'B2'].map((blockCode) => ({ blockCode, state })),
    });
    expect(rules(standing('requested'))).toEqual(refused('received-once'));
    expect(rules(standing('approved'))).toEqual(refused('received-once'));
    expect(rules(standing('refused'))).toEqual([]);
  });
});

describe('a received block is put to the certifier as one of the version followed', () => {
  const codes = (blocks: readonly TransferredBlock[], more: Partial<ReceivedTransferFacts> = {}) =>
    matchBlocks(blocks, facts(more)).map(({ blockCode }) => blockCode);

  it('of the same name, whatever its code; else of the same code; else not at all', () => {
    expect(codes([block('B1'), block('C7', { name: nameOf('B3') })])).toEqual(['B1', 'B3']);
    expect(codes([block('B2', { name: 'Ancien nom' })])).toEqual(['B2']);
    expect(codes([block('B9')])).toEqual([null]);
  });

  it('one for one', () => {
    expect(
      codes([block('B1', { name: 'Ancien nom' }), block('C7', { name: nameOf('B1') })]),
    ).toEqual([null, 'B1']);
  });

  it('while both versions keep it (DOMAIN 4.4), and once its jury has sat', () => {
    expect(codes([block('B1', { keptUntil: '2026-11-24' })])).toEqual(['B1']);
    expect(codes([block('B1', { keptUntil: '2026-11-23' })])).toEqual([null]);
    const framework = { ...leMans, blockRetentionMonths: 5 };
    expect(codes([block('B1')], { framework })).toEqual([null]);
    expect(codes([block('B1', { decidedOn: '2026-11-24' })])).toEqual([null]);
  });

  it('that the learner does not hold, and that the certifier has not', () => {
    expect(codes([block('B1')], { heldBlockCodes: ['B1'] })).toEqual([null]);
    const presented = [{ blockCode: 'B1', state: 'requested' as const }];
    expect(codes([block('B1'), block('B2')], { presented })).toEqual([null, 'B2']);
  });
});
