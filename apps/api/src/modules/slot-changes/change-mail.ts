import { countNoun, type SlotChangeLine } from '@jalon/domain';
import type { MailContent } from '../../mail/mail-writer.ts';
import { PRIVACY_LINE } from '../../mail/render-mail.ts';
import type { Concerned } from './concerned.ts';

const openings: Readonly<Record<Concerned['role'], string>> = {
  learner: 'Voici ce qui change dans votre calendrier de formation.',
  trainer: 'Voici ce qui change dans les créneaux que vous animez.',
  tutor: 'Voici ce qui change dans les demi-journées de formation de qui vous accompagnez.',
};

/** A mail is read at a glance; the calendar says the rest. */
const MOST_LINES = 15;

/** The difference, not the whole calendar. */
export function changeMail(
  role: Concerned['role'],
  lines: readonly SlotChangeLine[],
  path: string | null,
): MailContent {
  return {
    subject: `${role === 'tutor' ? 'Un calendrier de formation' : 'Votre calendrier'} change : ${countNoun(lines.length, 'créneau', 'créneaux')}`,
    paragraphs: [
      openings[role],
      ...sayChanges(lines),
      ...(role !== 'trainer' && path ? [PRIVACY_LINE] : []),
    ],
    ...(path
      ? {
          action: { label: role === 'tutor' ? 'Ouvrir ma page' : 'Voir mon calendrier', path },
        }
      : {}),
    purpose: 'slot-changes.told',
  };
}

/** The first changes, and how many more there are. */
export function sayChanges(lines: readonly SlotChangeLine[]): string[] {
  const rest = lines.length - MOST_LINES;
  const told = lines.slice(0, MOST_LINES).map(({ text }) => text);
  if (rest <= 0) return told;
  const more = countNoun(rest, 'autre changement', 'autres changements');
  return [...told, `Et ${more}, à voir dans votre calendrier.`];
}
