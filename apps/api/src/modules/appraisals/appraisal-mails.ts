import {
  countNoun,
  formatLongDay,
  type PlainDate,
  type RequestEnd,
  tellTutorRequestEnd,
  withDe,
} from '@jalon/domain';
import type { MailContent } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';

/** One appraisal as the mail names it. */
export interface AskedAppraisal {
  readonly learnerName: string;
  readonly blockName: string;
}

/** Asks a tutor for appraisals, one link for all. */
export function requestMail(
  centreName: string,
  asked: readonly AskedAppraisal[],
  label: string,
  dueOn: PlainDate | null,
  path: string,
): MailContent {
  const learners = [...new Set(asked.map(({ learnerName }) => learnerName))];
  const due = dueOn === null ? '' : ` avant le ${formatLongDay(dueOn)}`;
  return {
    subject:
      learners.length === 1
        ? `Votre appréciation ${withDe(learners[0] ?? '')}`
        : learners.length > 3
          ? `Vos appréciations de ${learners.length} apprenants`
          : `Vos appréciations ${withDe(listNames(learners))}`,
    paragraphs: [
      `${centreName} vous demande votre avis sur ${listNames(learners)}${label ? ` (${label})` : ''}${due}. Il compte pour le certificat.`,
      ...learners.map((learner) => `${learner} : ${listBlocks(asked, learner)}.`),
      `${countNoun(asked.length, 'feuille')} à remplir sur votre téléphone, environ ${Math.max(3, asked.length * 3)} minutes, sans mot de passe. Vous pouvez vous arrêter et reprendre : rien n’est perdu.`,
      PRIVACY_LINE,
    ],
    action: { label: 'Donner mon avis', path },
    purpose: 'appraisal.requested',
  };
}

/** Tells a tutor who had begun that nothing is awaited any more; without a link, nothing to open. */
export const requestEndedMail = ({
  centreName,
  learnerName,
  blockName,
  end,
}: {
  readonly centreName: string;
  readonly learnerName: string;
  readonly blockName: string;
  readonly end: RequestEnd;
}): MailContent => ({
  subject: `Votre appréciation ${withDe(learnerName)} n’est plus attendue`,
  paragraphs: [
    `Vous aviez commencé votre appréciation ${withDe(learnerName)}, bloc « ${blockName} », pour ${centreName}. ${tellTutorRequestEnd(end)}`,
    'Ce que vous aviez écrit est gardé. Vous n’avez rien à faire.',
  ],
  purpose: 'appraisal.ended',
});

/** « « Suivi du parcours » et « Hygiène » » */
const listBlocks = (asked: readonly AskedAppraisal[], learner: string): string =>
  listNames(
    asked.flatMap(({ learnerName, blockName }) =>
      learnerName === learner ? `« ${blockName} »` : [],
    ),
  );

const listNames = (names: readonly string[]): string =>
  new Intl.ListFormat('fr', { type: 'conjunction' }).format(names);
