import type { Finding } from '../finding.ts';
import type { AccessRoute } from '../vocabulary.ts';

/** Whether an enrolment has the checklist of the VAE: that of a candidate by this route (DOMAIN 4.7). */
export function checkVaeCandidate(route: AccessRoute): readonly Finding[] {
  if (route === 'vae') return [];
  return [
    {
      rule: 'vae.candidate',
      severity: 'error',
      path: '',
      message: 'Cette personne n’est pas candidate par la VAE.',
      source: 'DOMAIN 4.7',
    },
  ];
}
