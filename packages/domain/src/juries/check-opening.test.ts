import { describe, expect, it } from '@jest/globals';
import { checkOpening, type OpeningInput } from './check-opening.ts';

const marc = { id: 'marc', name: 'Dupuis Marc', isPresent: true };
const julie = { id: 'julie', name: 'Lenoir Julie', isPresent: false };

const findingsOf = (more: Partial<OpeningInput> = {}) =>
  checkOpening({
    state: 'prepared',
    heldOn: '2026-12-18',
    today: '2026-12-18',
    candidates: [{ name: 'Diallo Anna', startsOn: '2026-01-05' }],
    members: [marc, julie],
    ...more,
  });
const rulesOf = (more: Partial<OpeningInput>) => findingsOf(more).map(({ rule }) => rule);

describe('a session of the jury opens (DOMAIN 4.6, Q7)', () => {
  it('on its day, with candidates and every member marked present or absent', () => {
    expect(findingsOf()).toEqual([]);
    expect(findingsOf({ today: '2026-12-19' })).toEqual([]);
  });

  it('never on presumed attendance: each member not marked is named at the field', () => {
    const members = [marc, { ...julie, isPresent: null }];
    expect(findingsOf({ members })).toMatchObject([
      {
        rule: 'jury.attendance-marked',
        path: '/members/1/isPresent',
        memberId: 'julie',
        message: 'Lenoir Julie : notez sa présence ou son absence.',
      },
    ]);
  });

  it('not before its day, and then nobody’s attendance is asked for', () => {
    const members = [{ ...marc, isPresent: null }];
    const [finding, ...others] = findingsOf({ today: '2026-11-22', members });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'jury.opening-day',
      message:
        'Cette session se tient le vendredi 18 décembre 2026 : elle s’ouvre ce jour-là, ou changez sa date.',
    });
  });

  it('not without a candidate or a member', () => {
    expect(rulesOf({ candidates: [], members: [] })).toEqual(['jury.candidates', 'jury.members']);
  });

  it('once only', () => {
    expect(rulesOf({ state: 'open' })).toEqual(['jury.session-prepared']);
    expect(rulesOf({ state: 'closed' })).toEqual(['jury.session-prepared']);
  });
});
