import { formatLongDay, type JointReviewRole, type PlainDate, withDe } from '@jalon/domain';
import type { MailContent } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';

interface ReviewMail {
  readonly centreName: string;
  readonly learnerName: string;
  readonly heldOn: PlainDate;
  readonly role: JointReviewRole;
  readonly path: string;
  /** Asked already, and not signed since. */
  readonly isReminder: boolean;
}

/** Asks one of the three for their own comment and signature. */
export function reviewMail({
  centreName,
  learnerName,
  heldOn,
  role,
  path,
  isReminder,
}: ReviewMail): MailContent {
  const about =
    role === 'learner' ? 'Votre point de parcours' : `Point de parcours ${withDe(learnerName)}`;
  const whose = role === 'learner' ? 'votre formation' : `la formation ${withDe(learnerName)}`;
  return {
    subject: isReminder ? `${about} : votre commentaire est attendu` : about,
    paragraphs: [
      isReminder
        ? `Le point de parcours du ${formatLongDay(heldOn)} n’est pas signé par tous : il y manque votre commentaire.`
        : `${centreName} fait le point le ${formatLongDay(heldOn)} sur ${whose}, avec l’entreprise, le centre et l’apprenant.`,
      'Chacun écrit son propre commentaire et le signe. Le dernier avis du tuteur et l’auto-évaluation de l’apprenant sont sur la page, côte à côte.',
      'Quelques minutes sur votre téléphone. Ne citez aucun patient. Vous pouvez vous arrêter et reprendre : rien n’est perdu.',
      ...(role === 'trainer' ? [] : [PRIVACY_LINE]),
    ],
    action: { label: 'Écrire mon commentaire', path },
    purpose: isReminder ? 'joint-review.reminded' : 'joint-review.asked',
  };
}
