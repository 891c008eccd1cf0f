import type { Finding } from '../finding.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Reason } from '../reason.ts';
import type { TutorKind } from './check-tutor-load.ts';

const source = 'DOMAIN 4.5, W27 ; Code du travail, art. D6325-6';

/**
 * Whether a tutor has confirmed that they volunteer (DOMAIN 4.5, W27; Code du travail, D6325-6): « le
 * salarié choisi pour être tuteur doit être volontaire ». Of the employer, who may be tutor without
 * anybody choosing them, nothing is asked: `null`. Like the other rules of the *contrat de
 * professionnalisation*, it warns and never blocks, and no text gives it a deadline.
 *
 * @param tutor.volunteeredOn the day of that confirmation; `null` while nobody has noted it.
 */
export function checkTutorVolunteer({
  kind,
  volunteeredOn,
}: {
  readonly kind: TutorKind;
  readonly volunteeredOn: PlainDate | null;
}): Reason | null {
  if (kind === 'employer') return null;
  const isSaid = volunteeredOn !== null;
  return {
    rule: 'tutor.volunteer',
    met: isSaid,
    facts: isSaid
      ? `Ce tuteur est volontaire, il l’a confirmé le ${formatDay(volunteeredOn)}.`
      : 'Ce tuteur salarié doit être volontaire : le jour où il l’a confirmé n’est pas renseigné.',
    source,
  };
}

/** Checks the day typed of a tutor’s confirmation: somebody’s, and come by `today`. Errors only. */
export function checkVolunteerDay(
  volunteeredOn: PlainDate | null,
  hasTutor: boolean,
  today: PlainDate,
): readonly Finding[] {
  if (volunteeredOn === null) return [];
  if (!hasTutor)
    return [error('tutor.volunteer-named', 'Désignez d’abord le tuteur qui l’a confirmé.')];
  return volunteeredOn > today
    ? [error('tutor.volunteered-by-today', 'Ce jour n’est pas encore venu.')]
    : [];
}

const error = (rule: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path: '/tutorVolunteeredOn',
  message,
  source,
});
