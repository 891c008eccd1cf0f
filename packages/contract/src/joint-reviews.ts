import { jointReviewRoles, jointReviewStates } from '@jalon/domain';
import { z } from 'zod';
import { appraisalLevel, commentWarning } from './appraisals.ts';
import { routes } from './route.ts';
import { day, done, id, instant, longText, named, reason, revision, text } from './schemas.ts';

const role = z.enum(jointReviewRoles);
const state = z.enum(jointReviewStates);
const params = z.object({ jointReviewId: id });
const ofPart = z.object({ jointReviewPartId: id });

/** A word that counts as evidence, with its day; `null` while nobody has said any. */
const said = z.object({ on: day, by: z.string(), comment: z.string() }).nullable();

/** What is already known of a block, side by side: the last two of the tutor, the learner's own. */
const evidence = z.object({
  block: z.object({ code: z.string(), name: z.string() }),
  previous: said,
  last: said,
  own: said,
  competences: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      previous: appraisalLevel.nullable(),
      last: appraisalLevel.nullable(),
      own: appraisalLevel.nullable(),
    }),
  ),
});

/** One of the three as the others see them: their words once signed, never a draft. */
const part = z.object({
  id,
  role,
  name: z.string(),
  facts: z.string(),
  comment: z.string().nullable(),
  signedOn: day.nullable(),
  /** Of a tutor who was replaced: what they had signed stays. */
  isHandedOver: z.boolean(),
});

const row = z.object({
  id,
  enrolmentId: id,
  learnerName: z.string(),
  cohort: named,
  heldOn: day,
  state,
  facts: z.string(),
});

const review = row.extend({
  reasons: z.array(reason),
  parts: z.array(part),
  evidence: z.array(evidence),
  /** Another tutor is in post since: to be asked instead of the one who was. */
  handOverTo: z.string().nullable(),
});

const draft = z.object({ comment: longText, revision, savedAt: instant.nullable() });

const ownPart = review.extend({
  part: draft.extend({
    id,
    role,
    signedOn: day.nullable(),
    warnings: z.array(commentWarning),
    /** Why nothing is written in it any more. */
    closed: z.string().nullable(),
    /** The day from which it is signed, while that day is to come. */
    signedFrom: day.nullable(),
  }),
});

export const jointReviews = routes({
  'GET /joint-reviews': {
    permission: 'joint-review:read',
    summary: 'Les points de parcours : qui a écrit, qui a signé',
    response: z.object({ rows: z.array(row) }),
  },
  'GET /joint-reviews/options': {
    permission: 'joint-review:open',
    summary: 'Pour qui un point de parcours peut être ouvert, et avec quels formateurs',
    response: z.object({
      trainers: z.array(named),
      learners: z.array(
        z.object({
          enrolmentId: id,
          name: z.string(),
          cohortName: z.string(),
          tutorName: z.string().nullable(),
        }),
      ),
    }),
  },
  'POST /joint-reviews': {
    permission: 'joint-review:open',
    summary: 'Ouvrir un point de parcours : chacun des trois reçoit un mail',
    body: z.object({
      enrolmentId: z.uuid('Choisissez un apprenant de la liste.'),
      heldOn: day,
      trainerId: z.uuid('Choisissez un formateur de la liste.'),
    }),
    response: z.object({
      id,
      mails: z.int(),
      unreachable: z.array(z.object({ name: z.string(), reason: z.string() })),
    }),
  },
  'GET /joint-reviews/:jointReviewId': {
    permission: 'joint-review:read',
    summary: 'Un point de parcours, avec ce que chacun a signé',
    params,
    response: review,
  },
  'DELETE /joint-reviews/:jointReviewId': {
    permission: 'joint-review:open',
    summary: 'Retirer un point de parcours que les trois n’ont pas signé',
    params,
    response: done,
  },
  'POST /joint-reviews/:jointReviewId/reminders': {
    permission: 'joint-review:open',
    summary:
      'Écrire à nouveau à qui n’a pas signé ; le tuteur désormais en poste remplace l’ancien',
    params,
    response: z.object({
      sentTo: z.array(z.string()),
      unreachable: z.array(z.object({ name: z.string(), reason: z.string() })),
    }),
  },
  'GET /enrolments/:enrolmentId/joint-reviews': {
    permission: 'joint-review:read',
    summary: 'Les points de parcours d’un apprenant, le plus récent d’abord',
    params: z.object({ enrolmentId: id }),
    response: z.object({ reviews: z.array(row.extend({ parts: z.array(part) })) }),
  },
  'GET /joint-review-parts': {
    permission: 'joint-review:write',
    summary: 'Les points de parcours où l’on attend ma signature, et ceux que j’ai signés',
    response: z.object({
      parts: z.array(
        row.extend({
          partId: id,
          role,
          isBegun: z.boolean(),
          signedOn: day.nullable(),
          /** Nothing is awaited from this person: signed, handed over or withdrawn. */
          isAwaited: z.boolean(),
        }),
      ),
    }),
  },
  'GET /joint-review-parts/:jointReviewPartId': {
    permission: 'joint-review:write',
    summary: 'Ma part d’un point de parcours, et ce que les deux autres ont signé',
    params: ofPart,
    response: ownPart,
  },
  'PUT /joint-review-parts/:jointReviewPartId': {
    permission: 'joint-review:write',
    summary: 'Garder le brouillon de son commentaire',
    params: ofPart,
    body: z.object({ comment: longText, revision }),
    response: draft.extend({ warnings: z.array(commentWarning) }),
  },
  'POST /joint-review-parts/:jointReviewPartId/signature': {
    permission: 'joint-review:write',
    summary: 'Signer son commentaire',
    params: ofPart,
    body: z.object({ revision, confirmedName: text }),
    response: ownPart,
  },
});
