import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';

/**
 * Whether a jury session can be prepared for the versions that its cohorts follow: one only, since
 * thresholds and blocks are the version's (S1:L132–155), and one that ends with a certificate; an
 * FAE ends with an attestation and no jury (S2:L195).
 */
export function checkSessionFramework(
  versions: readonly { readonly id: string; readonly outcome: Framework['outcome'] }[],
): readonly Finding[] {
  const refuse = (rule: string, message: string, source: string): readonly Finding[] => [
    { rule, severity: 'error', path: '/cohortIds', message, source },
  ];
  if (versions.length === 0) {
    const message = 'Choisissez une cohorte ou un référentiel.';
    return refuse('jury.framework-chosen', message, 'S1:L174');
  }
  if (new Set(versions.map(({ id }) => id)).size > 1) {
    const message = 'Une session juge un seul référentiel : ces cohortes en suivent plusieurs.';
    return refuse('jury.one-framework', message, 'S1:L132–155');
  }
  if (versions.every(({ outcome }) => outcome === 'certificate')) return [];
  const message =
    'Cette formation se termine par une attestation : elle ne passe pas devant un jury.';
  return refuse('jury.ends-with-certificate', message, 'S2:L195');
}
