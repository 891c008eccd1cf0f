import { countNoun, withDe } from '../french-format.ts';
import type { CertificatesToSettle, DispensationToSend, SheetOfToday } from './home-facts.ts';
import { listNames } from './list-names.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** The sheets of today's half-days, in one row: they are opened and signed the same day. */
export function writeDaySheets(sheets: readonly SheetOfToday[]): UrgentRow[] {
  const [first] = sheets;
  if (!first) return [];
  return [
    {
      kind: 'attendance',
      days: 0,
      subject: countNoun(sheets.length, 'feuille d’émargement', 'feuilles d’émargement'),
      fact: 'à ouvrir et à signer',
      why: `${listNames(sheets.map(({ title, cohortName }) => `${title} (${cohortName})`))}.`,
      actions:
        sheets.length === 1
          ? [
              act('fill_sheet', 'Ouvrir la feuille', first.slotId),
              act('read_sheet', 'Voir la feuille', first.slotId),
            ]
          : [act('read_day', 'Ouvrir l’émargement', first.slotId)],
      phone: null,
    },
  ];
}

/** A request that only the centre can take further: nobody answers it meanwhile. */
export const writeDispensationToSend = ({
  dispensationId,
  learnerName,
  state,
}: DispensationToSend): UrgentRow => ({
  kind: 'dispensation',
  days: null,
  subject: `Dispense ${withDe(learnerName)}`,
  fact: state === 'draft' ? 'brouillon à déposer' : 'déposée, à transmettre à la branche',
  why: 'La branche ne répond qu’à une demande transmise : d’ici là, les heures restent dues.',
  actions: [
    act('file_dispensation', 'Ouvrir la demande', dispensationId),
    act('read_dispensation', 'Voir la demande', dispensationId),
  ],
  phone: null,
});

/** Certificates that can be issued, and copies that the CPAM is to receive: a row each. */
export function writeCertificates({ ready, copies }: CertificatesToSettle): UrgentRow[] {
  return [
    ...writeForAll(ready, {
      fact: ready.length < 2 ? 'peut recevoir son certificat' : 'peuvent recevoir leur certificat',
      why: 'Rien ne manque',
      label: 'Délivrer',
    }),
    ...writeForAll(copies, {
      fact: 'copie du certificat à envoyer à la CPAM',
      why: 'L’employeur la doit : notez le jour de l’envoi',
      label: 'Noter l’envoi',
    }),
  ];
}

function writeForAll(
  learners: CertificatesToSettle['ready'],
  { fact, why, label }: { readonly fact: string; readonly why: string; readonly label: string },
): UrgentRow[] {
  const [first] = learners;
  if (!first) return [];
  const names = listNames(learners.map(({ name }) => name));
  return [
    {
      kind: 'certificate',
      days: null,
      subject: learners.length === 1 ? first.name : countNoun(learners.length, 'apprenant'),
      fact,
      why: learners.length === 1 ? `${why}.` : `${why} : ${names}.`,
      actions: [
        act('settle_certificates', label, first.enrolmentId),
        act('read_certificates', 'Voir les certificats', first.enrolmentId),
      ],
      phone: null,
    },
  ];
}
