import { describe, expect, it } from '@jest/globals';
import { afgsuObtained, blockOf, leMans } from '../test-records.ts';
import { explainCredentials } from './explain-credentials.ts';

const explain = (blockCode: string, obtainedOn: string | null, nextJuryOn: string | null) =>
  explainCredentials({
    framework: leMans,
    block: blockOf(blockCode),
    credentials: obtainedOn === null ? [] : [afgsuObtained(obtainedOn)],
    nextJuryOn,
    today: '2026-11-23',
  }).map(({ rule, met, facts }) => {
    expect(rule).toBe('credential.valid-on-jury-day');
    return [met, facts];
  });

describe('the AFGSU beside a block’s proposal (Q6)', () => {
  it('ends before the next jury', () => {
    expect(explain('B4', '2022-12-02', '2026-12-18')).toEqual([
      [
        false,
        'AFGSU niveau 1 expire le 2 décembre 2026, avant le jury du 18 décembre 2026 : le bloc peut être acquis, le titre attendra une attestation valide.',
      ],
    ]);
  });

  it('ends on the very day of the jury: no longer valid', () => {
    expect(explain('B4', '2022-12-18', '2026-12-18')[0]?.[0]).toBe(false);
    expect(explain('B4', '2022-12-19', '2026-12-18')).toEqual([
      [
        true,
        'AFGSU niveau 1 valide le 18 décembre 2026, jour du jury : elle expire le 19 décembre 2026.',
      ],
    ]);
  });

  it('without a jury, today counts', () => {
    expect(explain('B4', '2022-11-23', null)).toEqual([
      [
        false,
        'AFGSU niveau 1 plus valable à partir du 23 novembre 2026 : le bloc peut être acquis, le titre attendra une attestation valide.',
      ],
    ]);
  });

  it('never obtained is said by the épreuve; other blocks do not ask', () => {
    expect(explain('B4', null, '2026-12-18')).toEqual([]);
    expect(explain('B1', '2022-12-02', '2026-12-18')).toEqual([]);
  });
});
