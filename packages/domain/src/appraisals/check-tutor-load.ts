import { countNoun } from '../french-format.ts';
import type { Decision, Reason } from '../reason.ts';

export type TutorKind = 'employer' | 'employee';

/** Learners that one tutor may follow at the same time (W27–W29). */
export const tutorLoadLimits: Record<TutorKind, number> = { employer: 2, employee: 3 };

/** Years of experience in the field that a tutor needs (W27–W29). */
const tutorMinimumYears = 2;

/**
 * Whether a tutor may follow that many learners, the one considered included: at most 2 for an
 * employer, 3 for an employee, with 2 years' experience (DOMAIN 4.5, W27–W29). These rules come
 * from the *contrat de professionnalisation*, so they warn and never block. `yearsExperience` is
 * `null` when nobody has entered it.
 */
export function checkTutorLoad(tutor: {
  readonly kind: TutorKind;
  readonly learnersFollowed: number;
  readonly yearsExperience: number | null;
}): Decision<'ok' | 'warning'> {
  const reasons = [loadReason(tutor), experienceReason(tutor.yearsExperience)];
  return { outcome: reasons.every(({ met }) => met) ? 'ok' : 'warning', reasons };
}

function loadReason(tutor: { kind: TutorKind; learnersFollowed: number }): Reason {
  const limit = tutorLoadLimits[tutor.kind];
  const status = tutor.kind === 'employer' ? 'employeur' : 'salarié';
  return {
    rule: 'tutor.maximum-learners',
    met: tutor.learnersFollowed <= limit,
    facts: `Ce tuteur ${status} suit ${countNoun(tutor.learnersFollowed, 'apprenant')}, ${limit} au plus.`,
    source: 'W27–W29',
  };
}

function experienceReason(years: number | null): Reason {
  const rule = { rule: 'tutor.minimum-experience', source: 'W27–W29' };
  if (years === null) {
    const facts = `L’expérience du tuteur n’est pas renseignée, il faut ${tutorMinimumYears} ans.`;
    return { ...rule, met: false, facts };
  }
  const facts = `Ce tuteur a ${countNoun(years, 'an')} d’expérience, il en faut ${tutorMinimumYears}.`;
  return { ...rule, met: years >= tutorMinimumYears, facts };
}
