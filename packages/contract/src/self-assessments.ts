import { z } from 'zod';
import { appraisalAnswers, appraisalLevel, commentWarning } from './appraisals.ts';
import { routes } from './route.ts';
import { day, id, instant, revision } from './schemas.ts';

const blockRef = z.object({ code: z.string(), name: z.string() });
const draft = z.object({ ...appraisalAnswers, revision, savedAt: instant.nullable() });
const params = z.object({ selfAssessmentId: id });

const sheet = z.object({
  id,
  cohortName: z.string(),
  block: blockRef,
  competences: z.array(
    blockRef.extend({
      /** What the learner sent last about it. */
      previous: z.object({ level: appraisalLevel, sentOn: day }).nullable(),
    }),
  ),
  ...draft.shape,
  warnings: z.array(commentWarning),
  /** Sent, it never changes; `null` while it is a draft. */
  sentOn: day.nullable(),
});

export const selfAssessments = routes({
  'GET /self-assessments': {
    permission: 'self-assessment:write',
    summary: 'Ce que l’apprenant a dit de ses propres compétences, bloc par bloc',
    response: z.object({
      trainings: z.array(
        z.object({
          enrolmentId: id,
          cohortName: z.string(),
          blocks: z.array(
            blockRef.extend({
              competenceCount: z.int(),
              /** The draft, to go on with. */
              draft: z.object({ id, rated: z.int() }).nullable(),
              /** The last one sent. */
              sent: z.object({ id, sentOn: day }).nullable(),
              /** The campaign that asks the tutor too, until the learner has said it. */
              invitedUntil: day.nullable(),
            }),
          ),
        }),
      ),
    }),
  },
  'POST /enrolments/:enrolmentId/self-assessments': {
    permission: 'self-assessment:write',
    summary: 'Commencer une auto-évaluation d’un bloc, ou reprendre celle qui est commencée',
    params: z.object({ enrolmentId: id }),
    body: z.object({ blockCode: z.string().min(1).max(60) }),
    response: z.object({ id }),
  },
  'GET /self-assessments/:selfAssessmentId': {
    permission: 'self-assessment:write',
    summary: 'Une auto-évaluation, commencée ou envoyée',
    params,
    response: sheet,
  },
  'PUT /self-assessments/:selfAssessmentId': {
    permission: 'self-assessment:write',
    summary: 'Garder le brouillon',
    params,
    body: z.object({ ...appraisalAnswers, revision }),
    response: draft.extend({ warnings: z.array(commentWarning) }),
  },
  'POST /self-assessments/:selfAssessmentId/sending': {
    permission: 'self-assessment:write',
    summary: 'Envoyer, une fois : la suivante la remplacera',
    params,
    body: z.object({ revision }),
    response: sheet,
  },
});
