import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { colleges } from '../vocabulary.ts';
import { checkComposition, type JuryMember } from './check-composition.ts';

const member = (college: JuryMember['college'], more: Partial<JuryMember> = {}): JuryMember => ({
  id: college,
  name: 'Maud Delorme',
  college,
  isChair: false,
  isPresent: true,
  isVoting: true,
  isInternal: false,
  ...more,
});
const chair = member('employer', { isChair: true });

const unmet = (members: readonly JuryMember[]) =>
  checkComposition(members)
    .reasons.filter(({ met }) => !met)
    .map(({ rule }) => rule);

describe('the composition of a jury (DOMAIN 4.6, Q7, W34–W36)', () => {
  it('one employer and one employee, one of them in the chair, may decide', () => {
    expect(checkComposition([chair, member('employee')]).outcome).toBe('valid');
  });

  it('needs at least one member of each college', () => {
    expect(unmet([chair, member('employer')])).toEqual(['jury.both-colleges', 'jury.parity']);
    expect(checkComposition([]).outcome).toBe('invalid');
  });

  it('needs as many voting employers as employees', () => {
    const { outcome, reasons } = checkComposition([chair, member('employer'), member('employee')]);
    expect(outcome).toBe('invalid');
    expect(reasons.find(({ rule }) => rule === 'jury.parity')).toMatchObject({
      met: false,
      facts: '2 employeurs, 1 salarié : il faut autant de votants de chaque collège.',
    });
  });

  it('members who are absent or do not vote do not count for parity', () => {
    const observer = member('employee', { isVoting: false });
    expect(unmet([chair, member('employee'), observer])).toEqual([]);
    const absent = member('employee', { isPresent: false });
    expect(unmet([chair, member('employee'), absent])).toEqual([]);
  });

  it('needs exactly one chair who is present', () => {
    expect(unmet([member('employer'), member('employee')])).toEqual(['jury.chair']);
    expect(unmet([chair, member('employee', { isChair: true })])).toEqual(['jury.chair']);
  });

  it('a certification sets its own rules: no parity, two of each college, two thirds present', () => {
    const rules = { membersPerCollege: 2, parity: false, quorumPercent: 66, contestMonths: null };
    const unmetBy = (members: readonly JuryMember[]) =>
      checkComposition(members, { rules }).reasons.filter(({ met }) => !met);
    expect(unmetBy([chair, member('employee')])).toMatchObject([
      { facts: '1 employeur, 1 salarié : il faut au moins 2 membres de chaque collège.' },
    ]);
    const three = [chair, member('employer'), member('employer')];
    const sitting = [...three, member('employee'), member('employee')];
    expect(unmetBy(sitting)).toEqual([]);
    const away = [1, 2, 3].map(() => member('employee', { isPresent: false }));
    expect(unmetBy([...sitting, ...away])).toMatchObject([
      { facts: '5 membres présents sur 8 : il faut plus de 66 %.' },
    ]);
  });

  it('needs more than half of its members present', () => {
    const absent = [
      member('employee', { isPresent: false }),
      member('employer', { isPresent: false }),
    ];
    expect(unmet([chair, member('employee'), ...absent])).toEqual(['jury.quorum']);
  });

  it('nobody is presumed present: a member not marked yet does not decide', () => {
    const unmarked = member('employee', { isPresent: null });
    expect(unmet([chair, unmarked])).toContain('jury.both-colleges');
  });

  it('of a session to come counts its expected members, and says expected', () => {
    const announced = [chair, member('employee')].map((one) => ({ ...one, isPresent: null }));
    const { outcome, reasons } = checkComposition(announced, { isToCome: true });
    expect(outcome).toBe('valid');
    expect(reasons.map(({ facts }) => facts)).toContain(
      '2 membres attendus sur 2 : il faut plus de la moitié.',
    );
    const excused = member('employee', { isPresent: false });
    expect(checkComposition([chair, excused], { isToCome: true }).outcome).toBe('invalid');
  });

  it('does not depend on the order of the members', () => {
    const anyMember = fc.record({
      college: fc.constantFrom(...colleges),
      isChair: fc.boolean(),
      isPresent: fc.option(fc.boolean()),
      isVoting: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyMember, { maxLength: 8 }), (chosen) => {
        const members = chosen.map((one) => member(one.college, one));
        expect(checkComposition(members.toReversed())).toEqual(checkComposition(members));
      }),
    );
  });
});
