import type { Finding } from '../finding.ts';
import type { PlainDate } from '../plain-date.ts';

/** Whether a tutor may be given until that day: today or later (DOMAIN 4.5). */
export const checkRequestDay = (dueOn: PlainDate, today: PlainDate): readonly Finding[] =>
  dueOn >= today
    ? []
    : [refuse('appraisal.due-from-today', '/dueOn', 'Choisissez une date à venir.')];

/**
 * Whether every learner chosen may be appraised: each is still in training in the cohort
 * (DOMAIN 4.5).
 * @param chosen the enrolments chosen, some perhaps twice; `null` for the whole cohort
 * @param inTraining those of them that run in the cohort
 */
export function checkRequestLearners(
  chosen: readonly string[] | null,
  inTraining: readonly string[],
): readonly Finding[] {
  if (chosen === null || chosen.every((id) => inTraining.includes(id))) return [];
  const message = 'Un apprenant choisi n’est plus dans la cohorte.';
  return [refuse('appraisal.asked-in-training', '/enrolmentIds', message)];
}

/** Whether every block is one of the version that the cohort follows (DOMAIN 4.5). */
export function checkRequestBlocks(
  chosen: readonly string[],
  known: readonly string[],
): readonly Finding[] {
  const index = chosen.findIndex((code) => !known.includes(code));
  if (index < 0) return [];
  const message = `Le bloc ${chosen[index]} n’est pas dans le référentiel de cette cohorte.`;
  return [refuse('appraisal.known-block', `/blockCodes/${index}`, message)];
}

const refuse = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 4.5',
});
