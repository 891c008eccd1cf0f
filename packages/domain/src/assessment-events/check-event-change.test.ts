import { describe, expect, it } from '@jest/globals';
import { checkEventAttempt, checkEventChange, checkEventRemoval } from './check-event-change.ts';

const candidates = [
  {
    enrolmentId: 'a',
    assessmentCodes: ['B1-E1'],
    extraTime: { kind: 'none', minutes: null } as const,
  },
];
const event = { blockCode: 'B1', heldOn: '2026-12-14', candidates, isCancelled: false };
const marks = [{ enrolmentId: 'a', name: 'Abadie Lina', assessmentCode: 'B1-E1' }];
const before = { heldOn: '2026-12-14', marks };
const rules = (findings: readonly { readonly rule: string }[]) => findings.map(({ rule }) => rule);

describe('what was assessed keeps its place (S1:L176)', () => {
  it('an event without marks changes and goes as one likes', () => {
    const free = { heldOn: '2026-12-14', marks: [] };
    expect(checkEventChange({ heldOn: '2027-01-04', candidates: [] }, free)).toEqual([]);
    expect(checkEventRemoval([])).toEqual([]);
  });

  it('with a mark, it keeps its day, its candidate and the épreuve', () => {
    expect(rules(checkEventChange(event, before))).toEqual([]);
    expect(rules(checkEventChange({ ...event, heldOn: '2026-12-15' }, before))).toEqual([
      'assessment-event.day-of-marks',
    ]);
    expect(rules(checkEventChange({ ...event, candidates: [] }, before))).toEqual([
      'assessment-event.keeps-marked',
    ]);
    expect(rules(checkEventRemoval(marks))).toEqual(['assessment-event.kept-once-marked']);
  });

  it('an attempt is made there by a candidate, in what they sit, on its day', () => {
    const attempt = {
      enrolmentId: 'a',
      blockCode: 'B1',
      assessmentCode: 'B1-E1',
      heldOn: '2026-12-14',
    };
    expect(checkEventAttempt(attempt, event)).toEqual([]);
    for (const more of [{ enrolmentId: 'b' }, { assessmentCode: 'B1-E2' }, { blockCode: 'B2' }])
      expect(rules(checkEventAttempt({ ...attempt, ...more }, event))).toEqual([
        'assessment-event.attempt-planned',
      ]);
    expect(rules(checkEventAttempt(attempt, { ...event, isCancelled: true }))).toEqual([
      'assessment-event.attempt-planned',
    ]);
    expect(rules(checkEventAttempt({ ...attempt, heldOn: '2026-12-13' }, event))).toEqual([
      'assessment-event.attempt-that-day',
    ]);
  });
});
