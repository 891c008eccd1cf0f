import { describe, expect, it } from '@jest/globals';
import type { BlockVerdict } from '../certificates/held-blocks.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { leMans } from '../test-records.ts';
import { checkTransfer, composeTransfer, type TransferFacts } from './compose-transfer.ts';

const acquired = (blockCode: string, decidedOn = '2026-06-18'): BlockVerdict => ({
  blockCode,
  decidedOn,
  decision: 'acquired',
});
const facts = (more: Partial<TransferFacts> = {}): TransferFacts => ({
  centre: 'CFA CCI Le Mans Sarthe',
  holder: { givenName: 'Lina', birthName: 'Abadie', usageName: null, birthDate: '1994-02-11' },
  framework: leMans,
  enteredOn: '2025-09-08',
  hours: '204 h sur 279 h',
  verdicts: [acquired('B2'), acquired('B1')],
  credentials: [],
  ...more,
});
const refusals = (more: Partial<TransferFacts>, today = '2026-11-23') =>
  checkTransfer(facts(more), today).map(({ rule }) => rule);

describe('a learner’s blocks are handed to another centre (S1:L176)', () => {
  it('when a jury acquired one at least, of somebody whom the other centre can recognise', () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ verdicts: [{ ...acquired('B1'), decision: 'not_acquired' }] })).toEqual([
      'transfer.held-block',
    ]);
    expect(refusals({ verdicts: [], holder: { ...facts().holder, birthDate: null } })).toEqual([
      'transfer.held-block',
      'transfer.recognisable',
    ]);
  });

  it('as long as the block is kept (DOMAIN 4.4)', () => {
    const framework = { ...leMans, blockRetentionMonths: 24 };
    expect(refusals({ framework }, '2028-06-17')).toEqual([]);
    expect(refusals({ framework }, '2028-06-18')).toEqual(['transfer.held-block']);
  });

  it('of a certification: an FAE has no jury and no block to keep', () => {
    expect(refusals({ framework: fae112 })).toEqual(['transfer.certification']);
  });

  it('it names the blocks in the framework’s order, under which version, and how long they are kept', () => {
    const framework = { ...leMans, blockRetentionMonths: 60 };
    const verdicts = [{ ...acquired('B2'), carriedFrom: 'CQP 2022' }, acquired('B1')];
    const { blocks } = composeTransfer(facts({ framework, verdicts }), '2026-11-23');
    expect(blocks).toMatchObject([
      { code: 'B1', acquiredUnder: leMans.title, keptUntil: '2031-06-18' },
      { code: 'B2', acquiredUnder: 'CQP 2022', decidedOn: '2026-06-18' },
    ]);
  });

  it('it names the credentials valid that day, the last valid day included', () => {
    const credentials = [
      {
        credentialCode: 'AFGSU1',
        obtainedOn: '2022-11-24',
        expiresOn: '2026-11-24',
        issuer: 'CESU 72',
      },
    ];
    const namesOn = (day: string) =>
      composeTransfer(facts({ credentials }), day).credentials.map(({ issuer }) => issuer);
    expect(namesOn('2026-11-23')).toEqual(['CESU 72']);
    expect(namesOn('2026-11-24')).toEqual([]);
  });
});
