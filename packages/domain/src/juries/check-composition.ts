import type { JuryRules } from '../frameworks/framework.ts';
import { defaultJuryRules } from '../frameworks/jury-rules-of.ts';
import { countNoun } from '../french-format.ts';
import type { Decision, Reason } from '../reason.ts';
import type { College } from '../vocabulary.ts';

/** A member of a jury session. Only members who are present and vote count for parity. */
export interface JuryMember {
  readonly id: string;
  readonly name: string;
  readonly college: College;
  readonly isChair: boolean;
  /** `null` until a person marks it: nobody is presumed to be there. */
  readonly isPresent: boolean | null;
  readonly isVoting: boolean;
  /** Belongs to the centre or to the certifier (W34). */
  readonly isInternal: boolean;
}

/** Whether the member takes part in the vote of the session. */
export const isDeciding = ({ isPresent, isVoting }: JuryMember): boolean =>
  isPresent === true && isVoting;

/** The members of a session to come: whoever is not marked yet is expected. */
export const expectMembers = <Member extends Pick<JuryMember, 'isPresent'>>(
  members: readonly Member[],
): readonly Member[] =>
  members.map((member) => ({ ...member, isPresent: member.isPresent ?? true }));

/**
 * Whether a jury may decide, by the rules of its certification: enough members of each college, as
 * many employers as employees among those who are present and vote when parity is asked, one chair
 * present, and enough of the members present (DOMAIN 4.6, Q7, W34–W36). In a session to come the
 * members not marked yet are expected, and the facts say so.
 */
export function checkComposition(
  seats: readonly JuryMember[],
  { isToCome = false, rules = defaultJuryRules }: { isToCome?: boolean; rules?: JuryRules } = {},
): Decision<'valid' | 'invalid'> {
  const members = isToCome ? expectMembers(seats) : seats;
  const there = isToCome ? 'attendu' : 'présent';
  const chairs = members.filter(({ isChair, isPresent }) => isChair && isPresent).length;
  const reasons: Reason[] = [
    ...checkColleges(members.filter(isDeciding), rules),
    {
      rule: 'jury.chair',
      met: chairs === 1,
      facts: `${countNoun(chairs, `président ${there}`, `présidents ${there}s`)}, il en faut un.`,
      source: 'W35, W36',
    },
    checkQuorum(members, there, rules),
  ];
  return { outcome: reasons.every(({ met }) => met) ? 'valid' : 'invalid', reasons };
}

/** How many of each college take part in a vote. */
export interface CollegeCount {
  readonly employers: number;
  readonly employees: number;
}

/** Counts those who vote, by college. */
export const countColleges = (deciding: readonly Pick<JuryMember, 'college'>[]): CollegeCount => {
  const employers = deciding.filter(({ college }) => college === 'employer').length;
  return { employers, employees: deciding.length - employers };
};

/** Whether as many of each college vote as the certification asks (W35, W36). */
export const hasBothColleges = (
  { employers, employees }: CollegeCount,
  { membersPerCollege }: JuryRules,
): boolean => Math.min(employers, employees) >= membersPerCollege;

/** Whether the colleges have equal voices, where the certification asks it (W35, W36). */
export const hasParity = ({ employers, employees }: CollegeCount, { parity }: JuryRules): boolean =>
  !parity || employers === employees;

function checkColleges(deciding: readonly JuryMember[], rules: JuryRules): Reason[] {
  const count = countColleges(deciding);
  const { employers, employees } = count;
  const colleges = `${countNoun(employers, 'employeur')}, ${countNoun(employees, 'salarié')}`;
  const least = countNoun(rules.membersPerCollege, 'membre');
  const bothColleges = {
    rule: 'jury.both-colleges',
    met: hasBothColleges(count, rules),
    facts: `${colleges} : il faut au moins ${least} de chaque collège.`,
    source: 'W35, W36',
  };
  if (!rules.parity) return [bothColleges];
  return [
    bothColleges,
    {
      rule: 'jury.parity',
      met: employers > 0 && hasParity(count, rules),
      facts: `${colleges} : il faut autant de votants de chaque collège.`,
      source: 'W35, W36',
    },
  ];
}

function checkQuorum(
  members: readonly JuryMember[],
  there: string,
  { quorumPercent }: JuryRules,
): Reason {
  const present = members.filter(({ isPresent }) => isPresent).length;
  const share = quorumPercent === 50 ? 'de la moitié' : `de ${quorumPercent} %`;
  return {
    rule: 'jury.quorum',
    met: present * 100 > members.length * quorumPercent,
    facts: `${countNoun(present, `membre ${there}`, `membres ${there}s`)} sur ${members.length} : il faut plus ${share}.`,
    source: 'DOMAIN Q7, W35, W36',
  };
}
