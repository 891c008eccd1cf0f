import { equivalenceStates } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { id, named, shownDay } from './schemas.ts';

/** 2 MB as base64: a transfer is a page or two. A longer body has its own refusal. */
const MAX_BASE64 = 2_800_000;

const enrolmentId = z.object({ enrolmentId: id });
/** The PDF of another centre, or the signed file that it carries. */
const file = z.object({
  contentBase64: z
    .base64('Ce fichier n’a pas pu être lu. Choisissez-le à nouveau.')
    .min(1, 'Ce fichier est vide. Choisissez-en un autre.')
    .max(MAX_BASE64, 'Envoyez un fichier de 2 Mo au plus.'),
});

/** A block as the file of the other centre says it. */
const acquiredBlock = z.object({
  code: z.string(),
  name: z.string(),
  decidedOn: shownDay,
  /** Title of the version under which its jury acquired it. */
  acquiredUnder: z.string(),
});

/** A block of a received file, put to the certifier as one of the version followed. */
export const receivedBlockView = z.object({
  id,
  enrolmentId: id,
  learner: z.string(),
  cohort: named,
  /** The centre whose jury acquired it. */
  centre: z.string(),
  acquired: acquiredBlock,
  /** As which it counts once it is confirmed. */
  sought: z.object({ frameworkTitle: z.string(), code: z.string(), name: z.string() }),
  state: z.enum(equivalenceStates),
  receivedTransferId: id,
  receivedBy: z.string(),
  receivedOn: shownDay,
  /** `null` until the certifier answers. */
  answer: z
    .object({ answeredBy: z.string(), answeredOn: shownDay, motive: z.string().nullable() })
    .nullable(),
});
export type ReceivedBlockView = z.output<typeof receivedBlockView>;

const preview = z.object({
  centre: z.string(),
  writtenOn: shownDay,
  holder: z.string(),
  birthDate: shownDay,
  certification: z.string(),
  version: z.string(),
  /** « 204 h sur 279 h » : for information. */
  hours: z.string(),
  blocks: z.array(
    acquiredBlock.extend({
      /** As which it is put to the certifier; `null` when it is left aside. */
      sought: z.object({ code: z.string(), name: z.string() }).nullable(),
      /** Why it is left aside. */
      refusal: z.string().nullable(),
    }),
  ),
});
export type ReceivedTransferPreview = z.output<typeof preview>;

export const receivedTransfers = routes({
  'GET /enrolments/:enrolmentId/received-blocks': {
    permission: 'received-transfer:read',
    summary: 'Les blocs d’un apprenant repris du fichier d’un autre centre',
    params: enrolmentId,
    response: z.array(receivedBlockView),
  },
  'POST /enrolments/:enrolmentId/received-transfers/preview': {
    permission: 'received-transfer:take',
    summary: 'Lire le fichier de transfert d’un autre centre, sans rien enregistrer',
    params: enrolmentId,
    body: file,
    response: preview,
  },
  'POST /enrolments/:enrolmentId/received-transfers': {
    permission: 'received-transfer:take',
    summary: 'Importer le fichier de transfert d’un autre centre',
    params: enrolmentId,
    body: file,
    response: z.array(receivedBlockView),
  },
  'GET /received-transfers/:receivedTransferId/credential': {
    permission: 'received-transfer:read',
    summary: 'Le fichier signé par l’autre centre',
    params: z.object({ receivedTransferId: id }),
    response: { file: 'application/vc+ld+json' },
  },
  'GET /received-blocks': {
    permission: 'received-transfer:read',
    summary: 'Les blocs acquis dans un autre centre, à confirmer par le certificateur',
    response: z.array(receivedBlockView),
  },
  'POST /received-blocks/:receivedBlockId/answer': {
    permission: 'received-transfer:decide',
    summary: 'Confirmer ou refuser un bloc acquis dans un autre centre',
    params: z.object({ receivedBlockId: id }),
    body: z.object({
      to: z.enum(['approved', 'refused'], 'Choisissez la réponse.'),
      motive: z
        .string('Indiquez le motif.')
        .trim()
        .max(1000, '1 000 caractères au plus.')
        .nullable()
        .default(null),
    }),
    response: receivedBlockView,
  },
});
