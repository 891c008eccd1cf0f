import { describe, expect, it } from '@jest/globals';
import { leMans } from '../test-records.ts';
import {
  checkDispensationRule,
  checkRuleWithdrawal,
  type DispensationRule,
  tellRule,
} from './dispensation-rule.ts';

const line: DispensationRule = {
  profile: 'medical_secretary_certified',
  diploma: 'RNCP 36495 Secrétaire médico-social',
  blockCode: 'B2',
  moduleCode: null,
  evidence: ['Copie du titre'],
  reference: 'CPNEFP 2025-04',
  referencedOn: '2025-04-10',
};
const check = (change: Partial<DispensationRule> = {}, others: readonly DispensationRule[] = []) =>
  checkDispensationRule({ ...line, ...change }, { framework: leMans, others, today: '2026-11-23' });
const rulesOf = (findings: ReturnType<typeof check>) =>
  findings.map(({ rule, path }) => [rule, path]);

describe('a line of the centre’s table of correspondences (DOMAIN 5.2)', () => {
  it('says who, what, which papers, and from which document', () => {
    expect(check()).toEqual([]);
    expect(tellRule(leMans, line)).toBe(
      'Secrétaire médical certifié, RNCP 36495 Secrétaire médico-social : B2 · tout le bloc (CPNEFP 2025-04, 10 avril 2025)',
    );
  });

  it('is for a profile, for a diploma, or for both; for nobody it is refused', () => {
    expect(check({ diploma: null })).toEqual([]);
    expect(check({ profile: null })).toEqual([]);
    expect(rulesOf(check({ profile: null, diploma: '  ' }))).toEqual([
      ['dispensation-rule.holder-given', '/profile'],
    ]);
  });

  it('is about a block or a module of its version, and says so otherwise', () => {
    const [gone] = check({ blockCode: 'B9' });
    expect(gone).toMatchObject({
      path: '/blockCode',
      message:
        'Le bloc B9 n’est pas, ou plus, dans ce référentiel : choisissez un de ses blocs, ou retirez la ligne.',
    });
    expect(rulesOf(check({ moduleCode: 'B3-M1' }))).toEqual([
      ['dispensation-rule.scope-known', '/moduleCode'],
    ]);
  });

  it('lists a paper at least, from a document that exists already', () => {
    expect(rulesOf(check({ evidence: [], referencedOn: '2026-11-24' }))).toEqual([
      ['dispensation-rule.evidence-listed', '/evidence'],
      ['dispensation-rule.document-not-ahead', '/referencedOn'],
    ]);
  });

  it('is written once: the same diploma in other capitals is the same', () => {
    const again = { ...line, diploma: 'rncp 36495  secrétaire médico-social' };
    expect(rulesOf(check({}, [again]))).toEqual([['dispensation-rule.written-once', '/blockCode']]);
    expect(check({}, [{ ...again, diploma: 'RNCP 36632' }])).toEqual([]);
    expect(check({}, [{ ...again, blockCode: 'B3' }])).toEqual([]);
  });

  it('is withdrawn once, and stays as it was', () => {
    expect(checkRuleWithdrawal({ withdrawnOn: null })).toEqual([]);
    expect(checkRuleWithdrawal({ withdrawnOn: '2026-11-02' })).toMatchObject([
      { rule: 'dispensation-rule.withdrawn-once', path: '' },
    ]);
  });
});
