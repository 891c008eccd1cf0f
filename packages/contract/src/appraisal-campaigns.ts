import { appraisalStates, campaignStates } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, done, id, named, revision, text } from './schemas.ts';

const code = z.string().min(1).max(60);
const form = {
  label: text.max(60, '60 caractères au plus.'),
  opensOn: day,
  dueOn: day,
  blockCodes: z.array(code).min(1, 'Choisissez au moins un bloc.').max(20),
};
const params = z.object({ campaignId: id });
const blockRef = z.object({ code: z.string(), name: z.string() });

const campaign = z.object({
  id,
  label: z.string(),
  opensOn: day,
  dueOn: day,
  blockCodes: z.array(z.string()),
  revision,
  state: z.enum(campaignStates),
  facts: z.string(),
  counts: z.object({
    asked: z.int(),
    unopened: z.int(),
    opened: z.int(),
    started: z.int(),
    signed: z.int(),
    ended: z.int(),
  }),
});

/** One block of one learner in a campaign: the request, or why there is none. */
const cell = z.object({
  block: blockRef,
  appraisalId: id.nullable(),
  state: z.enum(appraisalStates).nullable(),
  isLate: z.boolean(),
  facts: z.string(),
});

export const appraisalCampaigns = routes({
  'GET /cohorts/:cohortId/appraisal-campaigns': {
    permission: 'appraisal:read',
    summary: 'Les campagnes d’appréciation d’une cohorte, et celles que son calendrier propose',
    params: z.object({ cohortId: id }),
    response: z.object({
      cohort: named,
      blocks: z.array(blockRef.extend({ competenceCount: z.int() })),
      campaigns: z.array(campaign),
      proposals: z.array(
        z.object({
          label: z.string(),
          opensOn: day,
          dueOn: day,
          blockCodes: z.array(z.string()),
          because: z.string(),
          source: z.string(),
        }),
      ),
      /** In training, and nobody can be asked about them. */
      withoutTutor: z.array(z.object({ enrolmentId: id, name: z.string() })),
    }),
  },
  'POST /cohorts/:cohortId/appraisal-campaigns': {
    permission: 'appraisal:request',
    summary: 'Planifier une campagne : les liens partent le jour de son ouverture',
    params: z.object({ cohortId: id }),
    body: z.object(form),
    response: z.object({ id, requested: z.int(), mails: z.int() }),
  },
  'GET /appraisal-campaigns/:campaignId': {
    permission: 'appraisal:read',
    summary: 'Une campagne : par apprenant, qui a ouvert, commencé, signé',
    params,
    response: campaign.extend({
      cohort: named,
      learners: z.array(
        z.object({
          enrolmentId: id,
          name: z.string(),
          tutorName: z.string().nullable(),
          cells: z.array(cell),
        }),
      ),
    }),
  },
  'PUT /appraisal-campaigns/:campaignId': {
    permission: 'appraisal:request',
    summary: 'Changer une campagne qui n’est pas ouverte',
    params,
    body: z.object({ ...form, revision }),
    response: z.object({ id, requested: z.int(), mails: z.int() }),
  },
  'DELETE /appraisal-campaigns/:campaignId': {
    permission: 'appraisal:request',
    summary: 'Retirer une campagne qui n’est pas ouverte',
    params,
    response: done,
  },
  'POST /appraisal-campaigns/:campaignId/reminders': {
    permission: 'appraisal:request',
    summary: 'Relancer les tuteurs attendus : un mail chacun, sauf à qui a été écrit ce jour même',
    params,
    response: z.object({
      mails: z.int(),
      /** Written to today already. */
      spared: z.int(),
      unreachable: z.array(z.object({ tutorName: z.string(), reason: z.string() })),
    }),
  },
});
