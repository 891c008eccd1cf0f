import type { Framework, JuryRules } from './framework.ts';

/**
 * Where a version says nothing of its jury: one member of each college, parity, an absolute majority
 * (Q7), three months to contest (W37). No source sets them for this certification.
 */
export const defaultJuryRules: JuryRules = {
  membersPerCollege: 1,
  parity: true,
  quorumPercent: 50,
  contestMonths: 3,
};

/** How the jury of a version sits (DOMAIN 4.6, Q7). */
export const juryRulesOf = ({ jury }: Pick<Framework, 'jury'>): JuryRules =>
  jury ?? defaultJuryRules;
