import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fae112 } from '../frameworks/data/fae-112.ts';
import { appraisalOf, blockOf, leMans } from '../test-records.ts';
import { type AppraisalLevel, appraisalLevels } from '../vocabulary.ts';
import {
  checkTutorCondition,
  countingAppraisals,
  describeSignature,
  lastSignedAppraisal,
  ratingsMissing,
  type SignedAppraisal,
} from './check-tutor-condition.ts';

const check = (appraisals: readonly SignedAppraisal[], onDate = '2026-12-18') =>
  checkTutorCondition({ framework: leMans, block: blockOf('B2'), appraisals, onDate });

describe('the tutor’s condition (DOMAIN 4.2, S1:L139)', () => {
  it.each(['mastered', 'in_progress'] as const)('« %s » lets the block be acquired', (level) => {
    const { outcome, reasons } = check([appraisalOf('B2', level)]);
    expect(outcome).toBe('met');
    expect(reasons).toEqual([
      {
        rule: 'appraisal.accepted-levels',
        met: true,
        facts: 'Tuteur : 3 compétences « maîtrisée » ou « en cours d’acquisition ».',
        source: 'Règle du référentiel RNCP 40913, bloc B2 ; RNCP 40913, S1:L134–139',
      },
    ]);
  });

  it('a single « non acquise » refuses the block and names the competence (Q5)', () => {
    const appraisal = appraisalOf('B2', 'mastered', '2026-11-09', { 'B2-C1': 'not_acquired' });
    const { outcome, reasons } = check([appraisal]);
    expect(outcome).toBe('not_met');
    expect(reasons[0]?.facts).toBe(
      'Tuteur : 1 compétence « non acquise » (Gestion et suivi des dossiers patients).',
    );
  });

  it('the levels accepted are the framework’s, not the code’s', () => {
    const framework = { ...leMans, acceptedLevels: ['mastered'] as const };
    const appraisals = [appraisalOf('B2', 'in_progress')];
    const input = { framework, block: blockOf('B2'), appraisals, onDate: '2026-12-18' };
    expect(checkTutorCondition(input).outcome).toBe('not_met');
  });

  it('is missing without an appraisal, or with competences left blank', () => {
    expect(check([]).outcome).toBe('missing');
    expect(check([appraisalOf('B1', 'mastered')]).outcome).toBe('missing');
    const blank = { ...appraisalOf('B2', 'mastered'), ratings: { 'B2-C1': 'mastered' as const } };
    expect(check([blank]).reasons[0]?.facts).toBe('Tuteur : 2 compétences sans réponse.');
    expect(ratingsMissing(blockOf('B2'), blank.ratings)).toEqual(['B2-C2', 'B2-C3']);
  });

  it('only the last one signed before the jury counts (DOMAIN 4.5)', () => {
    const first = appraisalOf('B2', 'not_acquired', '2026-06-01');
    const last = appraisalOf('B2', 'mastered', '2026-11-09');
    expect(check([last, first]).outcome).toBe('met');
    expect(check([last, first], '2026-11-08').outcome).toBe('not_met');
    expect(lastSignedAppraisal([first, last], 'B2', '2026-05-31')).toBeNull();
  });

  describe('of a learner who works for two employers (Q16)', () => {
    const of = (id: string, signerName: string, appraisal: SignedAppraisal) => ({
      ...appraisal,
      signerName,
      employment: { id, endsOn: null },
    });
    const refused = appraisalOf('B2', 'mastered', '2026-05-01', { 'B2-C1': 'not_acquired' });
    const ferrand = of('a', 'Dr Ferrand', refused);
    const morel = of('b', 'Dr Morel', appraisalOf('B2', 'mastered', '2026-05-02'));

    it('the later signature of one does not undo the refusal of the other', () => {
      const { outcome, reasons } = check([ferrand, morel]);
      expect(outcome).toBe('not_met');
      expect(reasons).toMatchObject([
        {
          rule: 'appraisal.accepted-levels',
          met: false,
          facts:
            'Tuteurs : Dr Ferrand (1er mai 2026), 1 compétence « non acquise » (Gestion et suivi des dossiers patients) ; Dr Morel (2 mai 2026), 3 compétences « maîtrisée » ou « en cours d’acquisition ».',
        },
      ]);
    });

    it('each tutor’s last one counts, and both are named', () => {
      const again = of('a', 'Dr Ferrand', appraisalOf('B2', 'in_progress', '2026-06-01'));
      const { outcome, reasons } = check([ferrand, morel, again]);
      expect(outcome).toBe('met');
      expect(reasons[0]?.facts).toMatch(
        /^Tuteurs : Dr Morel \(2 mai 2026\), .* ; Dr Ferrand \(1er/,
      );
    });

    it('what one leaves without answer, the other may have answered', () => {
      const part = { ...ferrand, ratings: { 'B2-C1': 'mastered' as const } };
      expect(check([part, morel]).outcome).toBe('met');
      expect(check([part]).outcome).toBe('missing');
      const rest = { ...morel, ratings: { 'B2-C2': 'mastered' as const } };
      expect(check([part, rest]).outcome).toBe('missing');
    });

    it('an employment that has ended says no more; the tutor in post takes over (Q5)', () => {
      const ended = { ...ferrand, employment: { id: 'a', endsOn: '2026-09-30' } };
      expect(check([ended, morel]).outcome).toBe('met');
      expect(check([ended, morel], '2026-09-30').outcome).toBe('not_met');
      expect(check([ended]).outcome).toBe('not_met');
      expect(countingAppraisals([ended, morel], 'B2', '2026-12-18')).toEqual([morel]);
    });
  });

  it('a block without competences, as in the FAE, asks nothing of the tutor', () => {
    const [block] = fae112.blocks;
    if (!block) throw new Error('the FAE has one block');
    const input = { framework: fae112, block, appraisals: [], onDate: '2026-12-18' };
    expect(checkTutorCondition(input).outcome).toBe('met');
  });

  it('is met exactly when every competence has an accepted level', () => {
    const levels = fc.array(fc.option(fc.constantFrom(...appraisalLevels), { nil: null }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(levels, (chosen) => {
        const rated = chosen.flatMap((level, index): [string, AppraisalLevel][] =>
          level === null ? [] : [[`B2-C${index + 1}`, level]],
        );
        const appraisal = { ...appraisalOf('B2', 'mastered'), ratings: Object.fromEntries(rated) };
        const isRefused = chosen.includes('not_acquired');
        const expected = isRefused ? 'not_met' : chosen.includes(null) ? 'missing' : 'met';
        expect(check([appraisal]).outcome).toBe(expected);
      }),
    );
  });

  it('says who signed, and that the office typed a paper form', () => {
    const appraisal = appraisalOf('B2', 'mastered');
    expect(describeSignature(appraisal)).toBe('Dr Hélène Ferrand, signé le 9 novembre 2026');
    expect(describeSignature({ ...appraisal, origin: 'office_paper' })).toContain(
      'saisi par le centre',
    );
  });
});
