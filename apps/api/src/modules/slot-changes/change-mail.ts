import { countNoun, type SlotChangeLine } from '@jalon/domain';
import type { MailContent } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';
import type { Concerned } from './concerned.ts';

/** A mail is read at a glance; the calendar says the rest. */
const MOST_LINES = 15;

/** The difference, not the whole calendar. */
export function changeMail(
  role: Concerned['role'],
  lines: readonly SlotChangeLine[],
  path: string | null,
): MailContent {
  const rest = lines.length - MOST_LINES;
  return {
    subject: `Votre calendrier change : ${countNoun(lines.length, 'créneau', 'créneaux')}`,
    paragraphs: [
      role === 'learner'
        ? 'Voici ce qui change dans votre calendrier de formation.'
        : 'Voici ce qui change dans les créneaux que vous animez.',
      ...lines.slice(0, MOST_LINES).map(({ text }) => text),
      ...(rest > 0
        ? [
            `Et ${countNoun(rest, 'autre changement', 'autres changements')}, à voir dans votre calendrier.`,
          ]
        : []),
      ...(role === 'learner' && path ? [PRIVACY_LINE] : []),
    ],
    ...(path ? { action: { label: 'Voir mon calendrier', path } } : {}),
    purpose: 'slot-changes.told',
  };
}
