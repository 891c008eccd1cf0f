import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assessment } from '../frameworks/framework.ts';
import { afgsuObtained, blockOf, resultsOf } from '../test-records.ts';
import {
  checkMarks,
  isAssessmentAcquired,
  isCompetenceMastered,
  marksExpected,
  summariseBlockAssessments,
} from './assess.ts';

const target = {
  competenceCode: 'C1',
  criteria: [
    { code: 'C1.1', text: 'Accueille le patient' },
    { code: 'C1.2', text: 'Vérifie son identité' },
  ],
};
const assessment: Assessment = {
  code: 'E1',
  title: 'Dossier patient',
  mandatory: false,
  credentialCode: null,
  targets: [target, { competenceCode: 'C2', criteria: [] }],
};
const untargeted: Assessment = { ...assessment, targets: [] };
const attestation: Assessment = { ...assessment, credentialCode: 'AFGSU1', targets: [] };
const day = '2026-11-30';
const byAttempt = { scope: 'failed_assessments', refusedOn: null } as const;

const resultWith = (marks: Record<string, boolean>) => ({
  assessmentCode: 'E1',
  attempt: 1,
  heldOn: '2026-11-02',
  marks,
});

describe('the marks of an épreuve (DOMAIN 4.1)', () => {
  it('asks for each criterion, for a competence without criteria, or for the épreuve', () => {
    expect(marksExpected(assessment).map(({ key }) => key)).toEqual(['C1.1', 'C1.2', 'C2']);
    expect(marksExpected(untargeted).map(({ key }) => key)).toEqual(['E1']);
    expect(marksExpected(attestation)).toEqual([]);
  });

  it('names at its field a mark that is not asked for and one that is absent', () => {
    const findings = checkMarks(assessment, { 'C1.1': true, 'C1.2': false, 'C9/x': true });
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['marks.unknown-key', '/C9~1x'],
      ['marks.missing-key', '/C2'],
    ]);
    expect(checkMarks(assessment, { 'C1.1': true, 'C1.2': false, C2: false })).toEqual([]);
  });
});

describe('criteria → competence → épreuve (S1:L174)', () => {
  it('a competence is mastered only when all of its criteria are satisfied', () => {
    expect(isCompetenceMastered(target, { 'C1.1': true, 'C1.2': true })).toBe(true);
    expect(isCompetenceMastered(target, { 'C1.1': true, 'C1.2': false })).toBe(false);
    expect(isCompetenceMastered(target, { 'C1.1': true })).toBe(false);
  });

  it('an épreuve is acquired exactly when every mark that it asks for is satisfied', () => {
    const keys = marksExpected(assessment).map(({ key }) => key);
    fc.assert(
      fc.property(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (answers) => {
        const marks = Object.fromEntries(keys.map((key, index) => [key, answers[index] === true]));
        const isAcquired = isAssessmentAcquired(assessment, resultWith(marks), false);
        expect(isAcquired).toBe(answers.every(Boolean));
      }),
    );
  });

  it('an épreuve without targets is marked as a whole', () => {
    expect(isAssessmentAcquired(untargeted, resultWith({ E1: true }), false)).toBe(true);
    expect(isAssessmentAcquired(untargeted, resultWith({}), false)).toBe(false);
  });

  it('the AFGSU épreuve is acquired by the attestation, whatever was marked (S1:L155)', () => {
    expect(isAssessmentAcquired(attestation, null, true)).toBe(true);
    expect(isAssessmentAcquired(attestation, resultWith({ E1: true }), false)).toBe(false);
  });
});

describe('a block’s épreuves (S1:L132–155)', () => {
  it('counts acquired, failed and missing épreuves against the threshold', () => {
    const summary = summariseBlockAssessments(
      blockOf('B1'),
      resultsOf('B1', '+-+.'),
      [],
      day,
      byAttempt,
    );
    expect(summary).toMatchObject({
      acquired: 2,
      required: 3,
      total: 4,
      failed: ['B1-E2'],
      missing: ['B1-E4'],
      mandatoryMissing: [],
    });
    expect(summary.details[1]).toEqual({
      code: 'B1-E2',
      state: 'failed',
      unsatisfied: ['B1-C2'],
    });
  });

  it('block 4 counts the AFGSU among its six, as soon as it is obtained', () => {
    const results = resultsOf('B4', '+++++');
    const without = summariseBlockAssessments(blockOf('B4'), results, [], day, byAttempt);
    expect(without).toMatchObject({ acquired: 5, total: 6, mandatoryMissing: ['B4-E6'] });
    const obtained = [afgsuObtained('2026-11-30')];
    const held = summariseBlockAssessments(blockOf('B4'), results, obtained, day, byAttempt);
    expect(held).toMatchObject({ acquired: 6, mandatoryMissing: [], missing: [] });
    const early = summariseBlockAssessments(
      blockOf('B4'),
      results,
      obtained,
      '2026-11-29',
      byAttempt,
    );
    expect(early.acquired).toBe(5);
  });

  it('of a version that has the whole block sat again, the latest attempt alone counts (Q2)', () => {
    const first = resultsOf('B1', '+++-', '2026-10-05', 1);
    const second = resultsOf('B1', '-++', '2026-11-02', 2);
    const sum = (results: typeof first, refusedOn: string | null) =>
      summariseBlockAssessments(blockOf('B1'), results, [], day, {
        scope: 'whole_block',
        refusedOn,
      });
    expect(sum([...first, ...second], null)).toMatchObject({ acquired: 2, missing: [] });
    expect(sum(first, null).acquired).toBe(3);
    // Refused by a jury on 20 October: nothing of before is kept.
    expect(sum(first, '2026-10-20')).toMatchObject({ acquired: 0, failed: [] });
    expect(sum([...first, ...second], '2026-10-20')).toMatchObject({ acquired: 2 });
    expect(sum([...first, ...second], '2026-10-20').missing).toHaveLength(1);
  });

  it('an épreuve once acquired stays acquired, at whatever attempt (S1:L176, Q2)', () => {
    const results = [
      ...resultsOf('B1', '-', '2026-10-05', 1),
      ...resultsOf('B1', '+', '2026-10-12', 2),
      ...resultsOf('B1', '-', '2026-10-19', 3),
    ];
    const summary = summariseBlockAssessments(blockOf('B1'), results, [], day, byAttempt);
    expect(summary.details[0]?.state).toBe('acquired');
  });

  it('of attempts not acquired, the latest says which criteria are not satisfied', () => {
    const first = { ...resultWith({ 'C1.1': false, 'C1.2': true, C2: true }), attempt: 1 };
    const second = { ...resultWith({ 'C1.1': true, 'C1.2': true, C2: false }), attempt: 2 };
    const block = { ...blockOf('B1'), assessments: [assessment] };
    const summary = summariseBlockAssessments(block, [second, first], [], day, byAttempt);
    expect(summary.details[0]?.unsatisfied).toEqual(['C2']);
  });

  it('a form with blanks and no refusal is still to be marked, not failed', () => {
    const block = { ...blockOf('B1'), assessments: [assessment] };
    const blanks = summariseBlockAssessments(
      block,
      [resultWith({ 'C1.1': true })],
      [],
      day,
      byAttempt,
    );
    expect(blanks).toMatchObject({ missing: ['E1'], failed: [] });
    const refused = summariseBlockAssessments(
      block,
      [resultWith({ 'C1.1': false })],
      [],
      day,
      byAttempt,
    );
    expect(refused).toMatchObject({ missing: [], failed: ['E1'] });
  });

  it('ignores what is recorded for a later day', () => {
    const results = resultsOf('B1', '++++', '2026-12-01');
    expect(summariseBlockAssessments(blockOf('B1'), results, [], day, byAttempt).acquired).toBe(0);
  });

  it('does not depend on the order of the results, and every épreuve is in one state', () => {
    const letters = fc.array(fc.constantFrom('+', '-', '.'), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (first, second, isReversed) => {
        const results = [
          ...resultsOf('B1', first.join(''), '2026-10-05', 1),
          ...resultsOf('B1', second.join(''), '2026-10-12', 2),
        ];
        const block = blockOf('B1');
        const summary = summariseBlockAssessments(block, results, [], day, byAttempt);
        const ordered = isReversed ? results.toReversed() : results;
        expect(summariseBlockAssessments(block, ordered, [], day, byAttempt)).toEqual(summary);
        const { acquired, failed, missing, total } = summary;
        expect(acquired + failed.length + missing.length).toBe(total);
      }),
    );
  });
});
