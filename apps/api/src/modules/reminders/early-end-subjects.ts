import { citeInWords, formatDay, formatSpokenName, type PlainDate, withDe } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { loadEarlyEnds } from '../early-ends/load-early-ends.ts';
import { type Contact, employerContact, type ReminderSubject } from './reminder-subjects.ts';

/** The early ends that employers declare to the OPCO within 30 days, quiet once declared (DOMAIN 7). */
export async function loadEarlyEndSubjects(
  tx: Tx,
  today: PlainDate,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const ends = await loadEarlyEnds(tx, today);
  return ends.map(({ enrolment, employers, standing }): ReminderSubject => {
    const learner = formatSpokenName(enrolment.person);
    const source = `Source : ${citeInWords(standing.source)}.`;
    return {
      kind: 'early_end_to_declare',
      subjectId: enrolment.id,
      dueOn: standing.dueOn,
      settledOn: standing.settledOn,
      title: `Fin anticipée ${withDe(learner)} : à déclarer à l’OPCO au plus tard le ${formatDay(standing.dueOn)}`,
      paragraphs: [
        `${learner} a quitté sa formation. ${standing.sentence}`,
        'Une fois la déclaration faite, notez-la dans le dossier : ces messages s’arrêtent.',
        source,
      ],
      action: { label: 'Ouvrir le dossier', path: `/apprenants/${enrolment.id}` },
      contacts: { coordinator: office, employer: employers.flatMap(employerContact) },
      words: {
        employer: {
          paragraphs: [
            `${learner} a quitté sa formation. ${standing.sentence}`,
            'Si c’est fait, dites-le au centre : ces messages s’arrêtent.',
            source,
          ],
          action: { label: 'Voir Jalon', path: '/' },
        },
      },
    };
  });
}
