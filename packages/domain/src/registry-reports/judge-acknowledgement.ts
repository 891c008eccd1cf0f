import type { Finding } from '../finding.ts';
import { countNoun } from '../french-format.ts';
import type { RegistryAnswer } from '../vocabulary.ts';

/** What an acknowledgement says, as read from the file. */
export interface Acknowledgement {
  /** The report that it answers (`idFlux`). */
  readonly reportId: string;
  /** The registry's own number of its work on the file (`idTraitement`). */
  readonly treatmentId: string;
  readonly acceptedIds: readonly string[];
  readonly rejections: readonly { readonly entryId: string; readonly message: string }[];
  /** Identifiers of clients that the file gives as such (`idClient`). */
  readonly clientIds: readonly string[];
}

/** The report that an acknowledgement names, as it was sent. */
export interface AnsweredReport {
  readonly emitterClientId: string;
  readonly certifierClientId: string;
  /** Numbers of work already imported for it. */
  readonly knownTreatments: readonly string[];
  readonly entries: ReadonlyMap<string, RegistryAnswer | null>;
}

export interface EntryAnswer {
  readonly entryId: string;
  readonly answer: RegistryAnswer;
  readonly message: string | null;
}

/** Either why the whole file is refused, or what it answers. */
export type AcknowledgementVerdict =
  | { readonly refusal: Finding; readonly answers?: never }
  | { readonly refusal: null; readonly answers: readonly EntryAnswer[] };

/**
 * Takes an acknowledgement whole or refuses it whole: it must answer a report made here, for this
 * emitter, once, and speak only of those who were in it. A passage that the registry says it holds
 * already counts as accepted. An answer given before stays: the same again changes nothing, another
 * one is refused. `report` is `null` when no report of the centre has that number.
 */
export function judgeAcknowledgement(
  acknowledgement: Acknowledgement,
  report: AnsweredReport | null,
): AcknowledgementVerdict {
  const { reportId, treatmentId, acceptedIds, rejections } = acknowledgement;
  if (report === null)
    return refuse(
      'registry.acknowledgement-of-own-report',
      `Cet accusé répond au flux « ${reportId} », qui n’a pas été produit ici : il est d’un autre certificateur ou d’un autre centre.`,
    );
  const stranger = listEmitters(acknowledgement).find(
    (id) => id !== report.emitterClientId && id !== report.certifierClientId,
  );
  if (stranger !== undefined)
    return refuse(
      'registry.acknowledgement-of-own-emitter',
      `Cet accusé est adressé à l’émetteur ${stranger} ; ce flux est parti de ${report.emitterClientId}. Importez l’accusé de votre certificateur.`,
    );
  if (report.knownTreatments.includes(treatmentId))
    return refuse(
      'registry.acknowledgement-once',
      `Cet accusé (traitement ${treatmentId}) est déjà importé : rien n’a changé.`,
    );
  const answers = [
    ...acceptedIds.map((entryId) => ({ entryId, answer: 'accepted' as const, message: null })),
    ...rejections.map(readRejection),
  ];
  const refusal = findFault(answers, report.entries);
  if (refusal) return refusal;
  return { refusal: null, answers: answers.filter(({ entryId }) => isNew(entryId, report)) };
}

/** Those given as such, and those that a motive names: « le bcr émetteur 03VML243 ». */
const listEmitters = ({ clientIds, rejections }: Acknowledgement): readonly string[] => [
  ...clientIds,
  ...rejections.flatMap(({ message }) => /bcr émetteur ([A-Z0-9]{8})\b/i.exec(message)?.[1] ?? []),
];

const isNew = (entryId: string, { entries }: AnsweredReport): boolean =>
  entries.get(entryId) === null;

function findFault(
  answers: readonly EntryAnswer[],
  entries: AnsweredReport['entries'],
): AcknowledgementVerdict | null {
  if (answers.length === 0)
    return refuse(
      'registry.acknowledgement-answers',
      'Cet accusé ne dit rien d’aucun passage : la Caisse des Dépôts n’a pas pu lire le fichier. Vérifiez-le sur le portail.',
    );
  const strangers = answers.filter(({ entryId }) => !entries.has(entryId));
  if (strangers.length > 0)
    return refuse(
      'registry.acknowledgement-of-own-entries',
      `${countNoun(strangers.length, 'passage de cet accusé n’était', 'passages de cet accusé n’étaient')} pas dans le fichier envoyé, par exemple « ${strangers[0]?.entryId} ».`,
    );
  const said = new Map<string, RegistryAnswer>();
  for (const { entryId, answer } of answers) {
    const before = said.get(entryId) ?? entries.get(entryId) ?? null;
    if (before !== null && before !== answer)
      return refuse(
        'registry.acknowledgement-agrees',
        `Le passage « ${entryId} » est accepté et rejeté à la fois, ici ou dans un accusé déjà importé. Vérifiez-le sur le portail.`,
      );
    said.set(entryId, answer);
  }
  return null;
}

/** A passage that the registry already holds was accepted before (seen in real acknowledgements). */
const readRejection = ({
  entryId,
  message,
}: Acknowledgement['rejections'][number]): EntryAnswer => ({
  entryId,
  answer: /existe déjà en base/i.test(message) ? 'accepted' : 'rejected',
  message: message || null,
});

/**
 * Whether the centre may note that the portal refused a file whole: no acknowledgement answers such a
 * file, and its persons would otherwise never be sent again. Once one has answered, it stands.
 */
export const checkWholeRefusal = (answered: number): readonly Finding[] =>
  answered === 0
    ? []
    : [
        {
          rule: 'registry.refused-whole',
          severity: 'error',
          path: '/motive',
          message:
            'Un accusé a déjà répondu à ce fichier : le portail ne l’a donc pas refusé en entier.',
          source: 'DOMAIN 11, W75',
        },
      ];

const refuse = (rule: string, message: string): AcknowledgementVerdict => ({
  refusal: { rule, severity: 'error', path: '/contentBase64', message, source: 'DOMAIN 11, W75' },
});
