import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { dispensationStates } from '../vocabulary.ts';
import {
  advanceDispensation,
  type DispensationStep,
  listNextDispensationStates,
} from './advance-dispensation.ts';
import { checkDispensationScope, type Dispensation } from './dispensation.ts';

const draft: Dispensation = {
  state: 'draft',
  blockCode: 'B2',
  moduleCode: 'B2-M2',
  requestedMinutes: 14 * 60,
  reference: null,
  filedOn: null,
  transmittedOn: null,
  decidedOn: null,
  grantedMinutes: null,
};
const filed: Dispensation = { ...draft, state: 'filed', filedOn: '2026-09-10' };
const transmitted: Dispensation = {
  ...filed,
  state: 'transmitted',
  transmittedOn: '2026-09-15',
  reference: 'ENVOI-12',
};
const advance = (dispensation: Dispensation, step: Partial<DispensationStep>) =>
  advanceDispensation({
    framework: cqpAm2022Afbb,
    dispensation,
    step: { to: 'filed', on: '2026-09-20', reference: null, grantedMinutes: null, ...step },
    today: '2026-09-30',
  });
const pathsOf = (dispensation: Dispensation, step: Partial<DispensationStep>) => {
  const { outcome, findings } = advance(dispensation, step);
  return [outcome, ...findings.map(({ path, rule }) => `${path} ${rule}`)];
};

describe('DOMAIN 5.2: brouillon → déposée → transmise → accordée, partielle ou refusée', () => {
  it('a draft is filed', () => {
    expect(advance(draft, { to: 'filed' }).dispensation).toMatchObject({
      state: 'filed',
      filedOn: '2026-09-20',
    });
  });

  it('a filed one is transmitted under a reference', () => {
    expect(
      advance(filed, { to: 'transmitted', reference: ' ENVOI-12 ' }).dispensation,
    ).toMatchObject({ state: 'transmitted', transmittedOn: '2026-09-20', reference: 'ENVOI-12' });
  });

  it('granted gives all that was asked and keeps the reference', () => {
    expect(advance(transmitted, { to: 'granted' }).dispensation).toMatchObject({
      state: 'granted',
      decidedOn: '2026-09-20',
      grantedMinutes: 14 * 60,
      reference: 'ENVOI-12',
    });
  });

  it('partial gives what the branch granted, under its own reference', () => {
    const step = { to: 'partial', grantedMinutes: 420, reference: 'CPNEFP-7' } as const;
    expect(advance(transmitted, step).dispensation).toMatchObject({
      state: 'partial',
      grantedMinutes: 420,
      reference: 'CPNEFP-7',
    });
  });

  it('refused gives nothing', () => {
    expect(advance(transmitted, { to: 'refused' }).dispensation.grantedMinutes).toBe(0);
  });

  it('no other step exists, and a rejected step changes nothing', () => {
    const allowed = [
      'draft>filed',
      'filed>transmitted',
      'transmitted>granted',
      'transmitted>partial',
      'transmitted>refused',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...dispensationStates),
        fc.constantFrom(...dispensationStates),
        (from, to) => {
          const before = { ...transmitted, state: from };
          const result = advance(before, {
            to,
            reference: 'R',
            grantedMinutes: to === 'partial' ? 60 : null,
          });
          const isAllowed = allowed.includes(`${from}>${to}`);
          expect(result.outcome).toBe(isAllowed ? 'advanced' : 'rejected');
          expect(listNextDispensationStates(from).includes(to)).toBe(isAllowed);
          if (!isAllowed) {
            expect(result.dispensation).toBe(before);
            expect(result.findings).toMatchObject([{ rule: 'dispensation.state-follows' }]);
          }
        },
      ),
    );
  });
});

describe('DOMAIN 5.2: with date and reference, at the right field', () => {
  it.each<[string, Dispensation, Partial<DispensationStep>, string[]]>([
    [
      'transmitted before it was filed',
      filed,
      { to: 'transmitted', reference: 'R', on: '2026-09-09' },
      ['rejected', '/on dispensation.days-in-order'],
    ],
    [
      'answered before it was transmitted',
      transmitted,
      { to: 'granted', on: '2026-09-14' },
      ['rejected', '/on dispensation.days-in-order'],
    ],
    [
      'transmitted the day it was filed',
      filed,
      { to: 'transmitted', reference: 'R', on: '2026-09-10' },
      ['advanced'],
    ],
    [
      'a day to come',
      draft,
      { to: 'filed', on: '2026-10-01' },
      ['rejected', '/on dispensation.day-not-future'],
    ],
    [
      'no reference',
      filed,
      { to: 'transmitted' },
      ['rejected', '/reference dispensation.reference-given'],
    ],
    [
      'a blank reference',
      filed,
      { to: 'transmitted', reference: '  ' },
      ['rejected', '/reference dispensation.reference-given'],
    ],
    [
      'partial without minutes',
      transmitted,
      { to: 'partial' },
      ['rejected', '/grantedMinutes dispensation.granted-is-part'],
    ],
    [
      'partial of nothing',
      transmitted,
      { to: 'partial', grantedMinutes: 0 },
      ['rejected', '/grantedMinutes dispensation.granted-is-part'],
    ],
    [
      'partial of everything',
      transmitted,
      { to: 'partial', grantedMinutes: 840 },
      ['rejected', '/grantedMinutes dispensation.granted-is-part'],
    ],
    [
      'granted but less',
      transmitted,
      { to: 'granted', grantedMinutes: 420 },
      ['rejected', '/grantedMinutes dispensation.granted-minutes-match'],
    ],
    [
      'refused but some',
      transmitted,
      { to: 'refused', grantedMinutes: 420 },
      ['rejected', '/grantedMinutes dispensation.granted-minutes-match'],
    ],
  ])('%s', (_name, dispensation, step, expected) => {
    expect(pathsOf(dispensation, step)).toEqual(expected);
  });

  it.each<[string, Partial<Dispensation>, string, string]>([
    ['a block of another version', { blockCode: 'B9' }, '/blockCode', 'dispensation.scope-known'],
    [
      'a module of another block',
      { moduleCode: 'B1-M1' },
      '/moduleCode',
      'dispensation.scope-known',
    ],
    [
      'more than the module’s 14 h',
      { requestedMinutes: 14 * 60 + 1 },
      '/requestedMinutes',
      'dispensation.minutes-within-scope',
    ],
    [
      'nothing asked',
      { requestedMinutes: 0 },
      '/requestedMinutes',
      'dispensation.minutes-positive',
    ],
    [
      'more than the block’s 112 h of training (Q3)',
      { moduleCode: null, requestedMinutes: 112 * 60 + 1 },
      '/requestedMinutes',
      'dispensation.minutes-within-scope',
    ],
  ])('%s cannot be asked', (_name, change, path, rule) => {
    expect(checkDispensationScope(cqpAm2022Afbb, { ...draft, ...change })).toMatchObject([
      { path, rule },
    ]);
    const step = { to: 'filed' } as const;
    expect(pathsOf({ ...draft, ...change }, step)).toEqual(['rejected', `${path} ${rule}`]);
  });

  it('the whole block can be asked', () => {
    const whole = { ...draft, moduleCode: null, requestedMinutes: 112 * 60 };
    expect(checkDispensationScope(cqpAm2022Afbb, whole)).toEqual([]);
  });
});
