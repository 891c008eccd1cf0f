import { equivalenceStates } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { id, named, shownDay } from './schemas.ts';

const motive = (message: string) => z.string(message).trim().max(1000, '1 000 caractères au plus.');

/** A block put to the certifier as one of the version that the learner follows (DOMAIN Q4). */
export const equivalenceView = z.object({
  id,
  enrolmentId: id,
  learner: z.string(),
  cohort: named,
  /** « bloc B1, « Accueil », de « CQP 2022 » (RNCP36358), acquis au jury du 20 mars 2025 ». */
  acquired: z.object({
    frameworkTitle: z.string(),
    rncp: z.string().nullable(),
    blockCode: z.string(),
    blockName: z.string(),
    decidedOn: shownDay,
  }),
  /** As which it is to be recognised. */
  sought: z.object({
    frameworkTitle: z.string(),
    rncp: z.string().nullable(),
    blockCode: z.string(),
    blockName: z.string(),
  }),
  state: z.enum(equivalenceStates),
  motive: z.string(),
  requestedBy: z.string(),
  requestedOn: shownDay,
  /** `null` until the certifier answers. */
  answer: z
    .object({ answeredBy: z.string(), answeredOn: shownDay, motive: z.string().nullable() })
    .nullable(),
});
export type EquivalenceView = z.output<typeof equivalenceView>;

/** A block that a jury acquired under another version, as the form offers it. */
const acquiredBlock = z.object({
  decisionId: id,
  frameworkTitle: z.string(),
  blockCode: z.string(),
  blockName: z.string(),
  decidedOn: shownDay,
});

export const equivalences = routes({
  'GET /equivalences': {
    permission: 'equivalence:read',
    summary: 'Les équivalences demandées au certificateur',
    response: z.array(equivalenceView),
  },
  'GET /enrolments/:enrolmentId/equivalences': {
    permission: 'equivalence:read',
    summary: 'Les équivalences d’un apprenant, et les blocs acquis sous une autre version',
    params: z.object({ enrolmentId: id }),
    response: z.object({
      rows: z.array(equivalenceView),
      acquired: z.array(acquiredBlock),
      /** Blocks of the version followed, held ones left out. */
      blocks: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  },
  'POST /enrolments/:enrolmentId/equivalences': {
    permission: 'equivalence:request',
    summary: 'Demander une équivalence au certificateur',
    params: z.object({ enrolmentId: id }),
    body: z.object({
      /** The decision that acquired the block. */
      decisionId: z.uuid('Choisissez un bloc acquis.'),
      blockCode: z.string('Choisissez un bloc.').trim().min(1, 'Choisissez un bloc.').max(60),
      motive: motive('Indiquez pourquoi les deux blocs se correspondent.'),
    }),
    response: equivalenceView,
  },
  'POST /equivalences/:equivalenceId/answer': {
    permission: 'equivalence:decide',
    summary: 'Répondre à une équivalence',
    params: z.object({ equivalenceId: id }),
    body: z.object({
      to: z.enum(['approved', 'refused'], 'Choisissez la réponse.'),
      motive: motive('Indiquez le motif.').nullable().default(null),
    }),
    response: equivalenceView,
  },
});
