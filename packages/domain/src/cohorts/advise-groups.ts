import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { countNoun } from '../french-format.ts';

/** How far a cohort's training towards one credential is. */
export interface CredentialTraining {
  readonly credentialCode: string;
  /** Learners who follow it. */
  readonly learners: number;
  /** A half-day of it is ahead, or none is placed yet. */
  readonly isAhead: boolean;
}

/**
 * Warns when more learners follow a credential's training than one group takes (W1), while it can
 * still be organised: places that nobody has taken ask for no group, and past half-days neither.
 */
export function adviseGroups(
  framework: Framework,
  trainings: readonly CredentialTraining[],
): readonly Finding[] {
  return framework.credentials.flatMap(({ code, name, groupMax, source }): Finding[] => {
    const training = trainings.find(({ credentialCode }) => credentialCode === code);
    if (!training?.isAhead || groupMax === null || training.learners <= groupMax) return [];
    const groups = Math.ceil(training.learners / groupMax);
    return [
      {
        rule: 'cohort.credential-group',
        severity: 'warning',
        path: '/capacity',
        message: `${countNoun(training.learners, 'apprenant prépare', 'apprenants préparent')} ${name}, par groupes de ${groupMax} au plus : prévoyez ${groups} groupes.`,
        source,
      },
    ];
  });
}
