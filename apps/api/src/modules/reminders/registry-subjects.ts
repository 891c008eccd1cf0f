import {
  citeInWords,
  countNoun,
  formatDay,
  type PlainDate,
  registryLimitSource,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { listCertified, type StandingRow } from '../registry-reports/certified-people.ts';
import { loadSettings } from '../registry-reports/registry-settings.service.ts';
import type { Contact, ReminderSubject } from './reminder-subjects.ts';

/**
 * Those certified on one day whom the registry has not been told of, by the first of them: a cohort
 * is one mail, not one a person. The duty is the certifier's, and the centre's own once the
 * identifiers to send with are entered (DOMAIN 11).
 */
export async function loadRegistrySubjects(
  tx: Tx,
  today: PlainDate,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const settings = await loadSettings(tx);
  if (!settings) return [];
  const people = await listCertified(queryIn(tx), settings.asksForNir, today, { isOpenOnly: true });
  const days = new Map<PlainDate, StandingRow[]>();
  for (const one of people)
    days.set(one.row.issuedOn, [...(days.get(one.row.issuedOn) ?? []), one]);
  return [...days].flatMap(([issuedOn, group]): ReminderSubject[] => {
    const [first] = group;
    if (!first) return [];
    const count = countNoun(group.length, 'certifié');
    const dueOn = formatDay(first.standing.dueOn);
    return [
      {
        kind: 'certification_export',
        subjectId: first.row.certificateId,
        dueOn: issuedOn,
        settledOn: null,
        title: `${count} à transmettre à la Caisse des Dépôts avant le ${dueOn}`,
        paragraphs: [
          `${count} du ${formatDay(issuedOn)} : la Caisse des Dépôts doit le savoir avant le ${dueOn}, trois mois après la délivrance. Produisez le fichier, déposez-le sur le portail, puis importez l’accusé.`,
          `Source : ${citeInWords(registryLimitSource)}.`,
        ],
        action: { label: 'Ouvrir l’accrochage', path: '/accrochage' },
        contacts: { coordinator: office },
      },
    ];
  });
}
