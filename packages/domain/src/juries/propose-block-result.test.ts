import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SignedAppraisal } from '../appraisals/check-tutor-condition.ts';
import type { HeldCredential } from '../assessments/credentials.ts';
import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { afgsuObtained, appraisalOf, leMans, resultsOf } from '../test-records.ts';
import { appraisalLevels } from '../vocabulary.ts';
import { proposeBlockResult } from './propose-block-result.ts';

const propose = (
  blockCode: string,
  letters: string,
  appraisals: readonly SignedAppraisal[],
  credentials: readonly HeldCredential[] = [],
) =>
  proposeBlockResult({
    framework: leMans,
    blockCode,
    results: resultsOf(blockCode, letters),
    appraisals,
    credentials,
    onDate: '2026-12-18',
  });

const good = (blockCode: string) => [appraisalOf(blockCode, 'in_progress')];

describe('the proposal for a block (DOMAIN 4.2, 13)', () => {
  it.each(['B1', 'B2', 'B3'])('%s is acquired with 3 épreuves of 4 (S1:L132–145)', (block) => {
    expect(propose(block, '+++-', good(block)).outcome).toBe('acquired');
    expect(propose(block, '++++', good(block)).outcome).toBe('acquired');
    expect(propose(block, '++--', good(block)).outcome).toBe('not_acquired');
  });

  it('says which rule, which facts and which source', () => {
    const { outcome, reasons } = propose('B2', '++--', good('B2'));
    expect(outcome).toBe('not_acquired');
    expect(reasons).toEqual([
      {
        rule: 'assessments.required-count',
        met: false,
        facts: '2 épreuves acquises sur 4, il en faut 3.',
        source: 'Règle du référentiel RNCP 40913, bloc B2 ; RNCP 40913, S1:L134–139',
      },
      {
        rule: 'appraisal.accepted-levels',
        met: true,
        facts: 'Tuteur : 3 compétences « maîtrisée » ou « en cours d’acquisition ».',
        source: 'Règle du référentiel RNCP 40913, bloc B2 ; RNCP 40913, S1:L134–139',
      },
    ]);
  });

  it('says of a threshold that is not printed for this version that it was copied', () => {
    const { reasons } = proposeBlockResult({
      framework: cqpAm2022Afbb,
      blockCode: 'B1',
      results: [],
      appraisals: [],
      credentials: [],
      onDate: '2026-12-18',
    });
    expect(reasons[0]?.source).toContain('seuil repris de RNCP 40913');
  });

  it('one competence « non acquise » refuses the block whatever the épreuves (S1:L132)', () => {
    const appraisal = appraisalOf('B1', 'mastered', '2026-11-09', { 'B1-C2': 'not_acquired' });
    expect(propose('B1', '++++', [appraisal]).outcome).toBe('not_acquired');
  });

  it('is incomplete while an épreuve not taken could still change it', () => {
    const { outcome, reasons } = propose('B1', '++.-', good('B1'));
    expect(outcome).toBe('incomplete');
    expect(reasons[0]?.facts).toBe('2 épreuves acquises sur 4, il en faut 3 ; 1 à passer.');
  });

  it('is not acquired as soon as the épreuves to come could no longer suffice', () => {
    expect(propose('B1', '+--.', good('B1')).outcome).toBe('not_acquired');
    expect(propose('B1', '--', []).outcome).toBe('not_acquired');
  });

  it('does not wait for an épreuve that the threshold does not need', () => {
    expect(propose('B1', '+++.', good('B1')).outcome).toBe('acquired');
  });

  it('is incomplete while the tutor’s appraisal is missing (DOMAIN 4.5)', () => {
    expect(propose('B1', '++++', []).outcome).toBe('incomplete');
  });
});

describe('block 4 and its mandatory AFGSU (S1:L155)', () => {
  const held = [afgsuObtained('2026-03-04')];

  it('is acquired with 4 of 6, the AFGSU among them', () => {
    expect(propose('B4', '+++--', good('B4'), held).outcome).toBe('acquired');
    expect(propose('B4', '++---', good('B4'), held).outcome).toBe('not_acquired');
  });

  it('five épreuves without the AFGSU are not enough: it is missing', () => {
    const { outcome, reasons } = propose('B4', '+++++', good('B4'));
    expect(outcome).toBe('incomplete');
    expect(reasons.filter(({ met }) => !met)).toEqual([
      {
        rule: 'assessments.mandatory',
        met: false,
        facts:
          'L’épreuve obligatoire « Soins d’urgence : obtention de l’AFGSU niveau 1 » manque : aucune attestation n’est enregistrée.',
        source: 'Règle du référentiel RNCP 40913, bloc B4 ; RNCP 40913, S1:L147–155',
      },
    ]);
  });

  it('an AFGSU that has expired still counts as the épreuve: the certificate asks for validity', () => {
    const expired = [afgsuObtained('2021-03-04')];
    expect(propose('B4', '+++--', good('B4'), expired).outcome).toBe('acquired');
  });

  it('a mandatory épreuve that was failed refuses the block', () => {
    const framework = {
      ...leMans,
      blocks: leMans.blocks.map((block) => ({
        ...block,
        assessments: block.assessments.map((one, index) => ({ ...one, mandatory: index === 0 })),
      })),
    };
    const { outcome } = proposeBlockResult({
      framework,
      blockCode: 'B1',
      results: resultsOf('B1', '-+++'),
      appraisals: good('B1'),
      credentials: [],
      onDate: '2026-12-18',
    });
    expect(outcome).toBe('not_acquired');
  });
});

describe('the FAE, which has no épreuve (DOMAIN 13)', () => {
  const proposeFae = (done: number) =>
    proposeBlockResult({
      framework: fae112,
      blockCode: 'FAE',
      results: [],
      appraisals: [],
      credentials: [],
      onDate: '2026-12-18',
      hours: { due: 6720, done, missing: 6720 - done, unsigned: 0 },
    });

  it('asks for its hours instead', () => {
    expect(proposeFae(6720).outcome).toBe('acquired');
    const early = proposeFae(5880);
    expect(early.outcome).toBe('incomplete');
    expect(early.reasons[0]).toMatchObject({ rule: 'block.hours-done', met: false });
    expect(early.reasons[0]?.facts).toBe(
      'Ce bloc ne comporte pas d’épreuve : 98 h réalisées sur 112 h.',
    );
  });
});

describe('properties of the proposal', () => {
  const letters = fc
    .array(fc.constantFrom('+', '-', '.'), { minLength: 5, maxLength: 5 })
    .map((chosen) => chosen.join(''));
  const level = fc.option(fc.constantFrom(...appraisalLevels), { nil: null });
  const appraise = (blockCode: string, chosen: (typeof appraisalLevels)[number] | null) =>
    chosen === null ? [] : [appraisalOf(blockCode, chosen)];

  it('acquired exactly when every reason is met', () => {
    fc.assert(
      fc.property(letters, level, fc.boolean(), (chosen, rated, isHeld) => {
        const held = isHeld ? [afgsuObtained('2026-03-04')] : [];
        const { outcome, reasons } = propose('B4', chosen, appraise('B4', rated), held);
        expect(outcome === 'acquired').toBe(reasons.every(({ met }) => met));
      }),
    );
  });

  it('incomplete exactly when the best that may come acquires it and it is not acquired yet', () => {
    fc.assert(
      fc.property(letters, level, fc.boolean(), (chosen, rated, isHeld) => {
        const held = isHeld ? [afgsuObtained('2026-03-04')] : [];
        const now = propose('B4', chosen, appraise('B4', rated), held).outcome;
        const best = propose(
          'B4',
          chosen.replaceAll('.', '+'),
          appraise('B4', rated ?? 'mastered'),
          [afgsuObtained('2026-03-04')],
        ).outcome;
        expect(now === 'not_acquired').toBe(best === 'not_acquired');
      }),
    );
  });

  it('blocks do not compensate: results of other blocks change nothing (S1:L176)', () => {
    fc.assert(
      fc.property(letters, letters, (own, other) => {
        const alone = propose('B1', own.slice(0, 4), good('B1'));
        const together = proposeBlockResult({
          framework: leMans,
          blockCode: 'B1',
          results: [...resultsOf('B1', own.slice(0, 4)), ...resultsOf('B4', other)],
          appraisals: [...good('B1'), appraisalOf('B4', 'not_acquired')],
          credentials: [afgsuObtained('2026-03-04')],
          onDate: '2026-12-18',
        });
        expect(together).toEqual(alone);
      }),
    );
  });

  it('refuses a block that the framework version does not have', () => {
    expect(() => propose('B9', '', [])).toThrow(RangeError);
  });
});
