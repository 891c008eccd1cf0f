import type { AccessRoute } from '../vocabulary.ts';
import type { Framework } from './framework.ts';

/**
 * Access routes that lead to the jury without training: a VAE has its épreuves, appraisals and
 * block decisions, and neither sessions nor attendance (DOMAIN 4.7, W13).
 */
export const untaughtRoutes: readonly AccessRoute[] = ['vae'];

/** Whether a learner on this route follows modules (DOMAIN 4.7). */
export const isTaught = (route: AccessRoute): boolean => !untaughtRoutes.includes(route);

/**
 * The version as one learner follows it: on a route without training, the same blocks, épreuves and
 * credentials, without modules nor evaluation hours. Durations are minutes.
 */
export function programmeOfRoute(framework: Framework, route: AccessRoute): Framework {
  if (isTaught(route)) return framework;
  const noHours = { statedMinutes: 0, evaluationMinutes: 0 };
  return {
    ...framework,
    hours: { ...framework.hours, ...noHours, trainingMinutes: 0 },
    blocks: framework.blocks.map((block) => ({ ...block, ...noHours, modules: [] })),
  };
}
