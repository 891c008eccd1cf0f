import { describe, expect, it } from '@jest/globals';
import { leMans } from '../test-records.ts';
import type { DispensationRule } from './dispensation-rule.ts';
import { checkRuleChosen, proposeRules } from './propose-rules.ts';

const line: DispensationRule = {
  profile: 'medical_secretary_certified',
  diploma: null,
  blockCode: 'B2',
  moduleCode: null,
  evidence: ['Copie du titre'],
  reference: 'CPNEFP 2025-04',
  referencedOn: '2025-04-10',
};
const secretary = {
  profile: 'medical_secretary_certified',
  framework: leMans,
  requests: [],
} as const;

describe('the lines that are starting points for a learner (DOMAIN 5.2)', () => {
  it('proposes the lines of the learner’s own profile, with the reason', () => {
    expect(proposeRules([line], secretary)).toEqual([
      { rule: line, isOpen: true, because: 'Le dossier porte ce profil.' },
    ]);
    expect(proposeRules([line], { ...secretary, profile: 'school_leaver' })).toMatchObject([
      {
        isOpen: false,
        because: 'Pour un autre profil que celui du dossier (Jeune en fin d’études).',
      },
    ]);
  });

  it('never holds a diploma for proven: a person verifies it', () => {
    const byDiploma = { ...line, profile: null, diploma: 'RNCP 36632' };
    expect(proposeRules([byDiploma], { ...secretary, profile: 'ide' })).toMatchObject([
      { isOpen: true, because: 'À vérifier : l’apprenant détient-il ce diplôme ?' },
    ]);
    expect(proposeRules([{ ...line, diploma: 'RNCP 36495' }], secretary)).toMatchObject([
      { isOpen: true, because: 'Le dossier porte ce profil ; le diplôme reste à vérifier.' },
    ]);
  });

  it('proposes no hours that are asked or granted already; after a refusal it does again', () => {
    const asked = (state: 'filed' | 'refused') =>
      proposeRules([line], {
        ...secretary,
        requests: [{ blockCode: 'B2', moduleCode: 'B2-M1', state }],
      });
    expect(asked('filed')).toMatchObject([{ isOpen: false }]);
    expect(asked('refused')).toMatchObject([{ isOpen: true }]);
  });

  it('shows a line whose block left the version, after those that serve', () => {
    const lost = { ...line, blockCode: 'B9' };
    expect(proposeRules([lost, line], secretary).map(({ isOpen }) => isOpen)).toEqual([
      true,
      false,
    ]);
  });
});

describe('the line from which a request is started', () => {
  const rule = { ...line, frameworkVersionId: 'v1', withdrawnOn: null };
  const request = {
    blockCode: 'B2',
    moduleCode: null,
    frameworkVersionId: 'v1',
    framework: leMans,
  };
  const rulesOf = (
    change: Partial<typeof rule> | { withdrawnOn: string },
    asked: Partial<typeof request> | { moduleCode: string } = {},
  ) => checkRuleChosen({ ...rule, ...change }, { ...request, ...asked }).map((one) => one.rule);

  it('is in force, of the learner’s version, and about what is asked', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ frameworkVersionId: 'v2' })).toEqual(['dispensation-rule.own-version']);
    expect(rulesOf({ withdrawnOn: '2026-11-20' })).toEqual(['dispensation-rule.in-force']);
    expect(rulesOf({}, { moduleCode: 'B2-M1' })).toEqual(['dispensation-rule.scope-kept']);
  });

  it('is refused where its block is no longer in the version', () => {
    expect(rulesOf({ blockCode: 'B9' }, { blockCode: 'B9' })).toEqual([
      'dispensation-rule.scope-known',
    ]);
  });
});
