import { entryProfiles } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, revision, shownDay } from './schemas.ts';

const frameworkParams = z.object({ frameworkId: id });
const params = z.object({ ruleId: id });

/** The papers to bring, one a line; blank lines and repetitions are dropped. */
const evidence = z
  .array(z.string().trim().max(300, '300 caractères au plus par pièce.'))
  .max(20, '20 pièces au plus.')
  .transform((lines) => [...new Set(lines.filter(Boolean))]);

const fields = z.object({
  profile: z.enum(entryProfiles).nullable().default(null),
  diploma: z.string().trim().max(200, '200 caractères au plus.').nullable().default(null),
  blockCode: z.string().trim().min(1, 'Choisissez un bloc.').max(60),
  moduleCode: z.string().trim().max(60).nullable().default(null),
  evidence,
  reference: z
    .string('Indiquez le document de la CPNEFP.')
    .trim()
    .min(1, 'Indiquez le document de la CPNEFP.')
    .max(200, '200 caractères au plus.'),
  referencedOn: day,
});

/** A line of the centre's table of correspondences. */
export const dispensationRule = z.object({
  id,
  profile: z.enum(entryProfiles).nullable(),
  diploma: z.string().nullable(),
  /** Who it is for: « Secrétaire médical certifié, RNCP 36495 ». */
  holder: z.string(),
  blockCode: z.string(),
  moduleCode: z.string().nullable(),
  /** « B2 · tout le bloc ». */
  scope: z.string(),
  /** Why it can serve no more: its module or block left the version. `null` while it can. */
  scopeLost: z.string().nullable(),
  evidence: z.array(z.string()),
  reference: z.string(),
  referencedOn: shownDay,
  withdrawnOn: shownDay.nullable(),
  withdrawalMotive: z.string().nullable(),
  /** Requests that were started from it. */
  requestCount: z.int(),
  revision,
});
export type DispensationRuleView = z.output<typeof dispensationRule>;

/** A line before one learner: a starting point, or why it is none. */
export const ruleProposal = z.object({
  rule: dispensationRule,
  isOpen: z.boolean(),
  because: z.string(),
});
export type RuleProposalView = z.output<typeof ruleProposal>;

export const dispensationRules = routes({
  'GET /frameworks/:frameworkId/dispensation-rules': {
    permission: 'dispensation:read',
    summary: 'La table des dispenses du centre, pour un référentiel',
    params: frameworkParams,
    response: z.array(dispensationRule),
  },
  'POST /frameworks/:frameworkId/dispensation-rules': {
    permission: 'dispensation:write',
    summary: 'Ajouter une ligne à la table des dispenses',
    params: frameworkParams,
    body: fields,
    response: dispensationRule,
  },
  'PUT /dispensation-rules/:ruleId': {
    permission: 'dispensation:write',
    summary: 'Modifier une ligne de la table des dispenses',
    params,
    body: fields.extend({ revision }),
    response: dispensationRule,
  },
  'POST /dispensation-rules/:ruleId/withdrawal': {
    permission: 'dispensation:write',
    summary: 'Retirer une ligne de la table des dispenses',
    params,
    body: z.object({
      revision,
      motive: z
        .string('Indiquez pourquoi la ligne est retirée.')
        .trim()
        .min(1, 'Indiquez pourquoi la ligne est retirée.')
        .max(1000, '1 000 caractères au plus.'),
    }),
    response: dispensationRule,
  },
  'GET /enrolments/:enrolmentId/dispensation-rules': {
    permission: 'enrolment:read',
    summary: 'Les lignes de la table qui peuvent servir à un apprenant',
    params: z.object({ enrolmentId: id }),
    query: z.object({
      /** The draft that is open: its own hours stop no line. */
      draftId: id.optional(),
    }),
    response: z.object({ frameworkId: id, proposals: z.array(ruleProposal) }),
  },
});
