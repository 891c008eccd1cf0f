import type { Finding } from '../finding.ts';

/**
 * Whether these learners may come before a session: all follow the version that it judges, whose
 * blocks and thresholds are that version's own (S1:L132–155).
 * @param frameworkVersionId the version of the session
 */
export function checkComing(
  comers: readonly { readonly name: string; readonly frameworkVersionId: string }[],
  frameworkVersionId: string,
): readonly Finding[] {
  const foreign = comers.find((one) => one.frameworkVersionId !== frameworkVersionId);
  if (!foreign) return [];
  return [
    {
      rule: 'jury.candidate-same-framework',
      severity: 'error',
      path: '/enrolmentIds',
      message: `${foreign.name} suit un autre référentiel que celui de cette session : prévoyez-lui une session à part.`,
      source: 'S1:L132–155',
    },
  ];
}

/**
 * Whether a candidate may be taken out of a session: not once it has decided one of their blocks,
 * for what a jury decided is kept (S1:L176).
 * @param decisions how many of the session's decisions are about them
 */
export function checkCandidateRemoval(
  candidateName: string,
  decisions: number,
): readonly Finding[] {
  if (decisions === 0) return [];
  return [
    {
      rule: 'jury.candidate-undecided',
      severity: 'error',
      path: '',
      message: `${candidateName} a déjà une décision : ajournez ses autres blocs plutôt que de le retirer.`,
      source: 'S1:L176',
    },
  ];
}
