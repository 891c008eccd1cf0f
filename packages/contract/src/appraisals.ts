import { appraisalLevels, appraisalOrigins, appraisalStates } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { scan, scanForm } from './scans.ts';
import { day, done, id, instant, longText, named, page, revision, text } from './schemas.ts';

export const appraisalLevel = z.enum(appraisalLevels, 'Choisissez un niveau de l’échelle.');
const code = z.string().min(1).max(60);
/** Competence code → level. */
const ratings = z.record(code, appraisalLevel);
/** Competence code → a word about it. */
const comments = z.record(code, z.string().trim().max(1000, '1 000 caractères au plus.'));
/** What is answered about the competences of a block, by a tutor or by the learner. */
export const appraisalAnswers = { ratings, comments, comment: longText };
const origin = z.enum(appraisalOrigins);

const blockRef = z.object({ code: z.string(), name: z.string() });
const competence = z.object({
  code: z.string(),
  name: z.string(),
  /** The last signed level of this competence before this appraisal, as a fact. */
  previous: z.object({ level: appraisalLevel, signedOn: day, signerName: z.string() }).nullable(),
  /** What the learner says of it themselves: read beside, never counted. */
  own: z.object({ level: appraisalLevel, sentOn: day }).nullable(),
});
export const commentWarning = z.object({ excerpt: z.string(), message: z.string() });

/** The draft as it stands; the other version of a 409 has this shape too. */
const appraisalDraft = z.object({ ...appraisalAnswers, revision, savedAt: instant.nullable() });

const sheet = z.object({
  id,
  enrolmentId: id,
  learnerName: z.string(),
  employerName: z.string().nullable(),
  cohortName: z.string(),
  block: blockRef,
  label: z.string(),
  dueOn: day.nullable(),
  isLate: z.boolean(),
  competences: z.array(competence),
  ...appraisalDraft.shape,
  warnings: z.array(commentWarning),
  signature: z
    .object({
      signerName: z.string(),
      signedOn: day,
      signedAt: instant,
      origin,
      /** Who typed the paper form in. */
      enteredBy: z.string().nullable(),
      /** The scans of the paper form, the one in force first; for the office. */
      files: z.array(scan),
      isSuperseded: z.boolean(),
    })
    .nullable(),
  /** Why nothing is awaited from the tutor who was asked; final once nobody awaits it at all. */
  end: z.object({ isFinal: z.boolean(), sentence: z.string() }).nullable(),
  /** The tutor in post, to be asked instead; for the office. */
  handOverTo: z.string().nullable(),
  /** A word on what follows the signature. */
  juryOn: day.nullable(),
});

const row = z.object({
  id,
  enrolmentId: id,
  learnerName: z.string(),
  cohort: named,
  block: blockRef,
  label: z.string(),
  dueOn: day.nullable(),
  tutor: named.nullable(),
  employerName: z.string().nullable(),
  /** The tutor in post, to be asked instead of one who no longer is. */
  handOverTo: z.string().nullable(),
  state: z.enum(appraisalStates),
  isLate: z.boolean(),
  facts: z.string(),
  rated: z.int(),
  competenceCount: z.int(),
});

export const appraisals = routes({
  'GET /appraisals': {
    permission: 'appraisal:read',
    summary: 'Les appréciations demandées : qui doit apprécier quoi, pour quand',
    query: z.object({
      search: z.string().max(100).optional(),
      state: z.enum(['late', 'open', ...appraisalStates]).optional(),
      cohortId: id.optional(),
      blockCode: code.optional(),
      page,
    }),
    response: z.object({
      rows: z.array(row),
      total: z.int(),
      pageSize: z.int(),
      counts: z.object({ late: z.int(), open: z.int(), signed: z.int(), ended: z.int() }),
      cohorts: z.array(named),
    }),
  },
  'GET /appraisals/request-options': {
    permission: 'appraisal:request',
    summary: 'Ce qui peut être demandé, et à qui',
    response: z.array(
      z.object({
        cohort: named,
        blocks: z.array(blockRef.extend({ competenceCount: z.int() })),
        learners: z.array(
          z.object({
            enrolmentId: id,
            name: z.string(),
            tutorName: z.string().nullable(),
            /** By a link; otherwise a paper form is typed in. */
            isTutorReached: z.boolean(),
          }),
        ),
      }),
    ),
  },
  'POST /appraisals': {
    permission: 'appraisal:request',
    summary: 'Demander des appréciations, pour une cohorte ou pour des apprenants',
    body: z.object({
      cohortId: id,
      /** Absent: the whole cohort. */
      enrolmentIds: z.array(id).min(1, 'Choisissez au moins un apprenant.').max(500).optional(),
      blockCodes: z.array(code).min(1, 'Choisissez au moins un bloc.').max(20),
      dueOn: day,
      label: text.max(60, '60 caractères au plus.'),
    }),
    response: z.object({
      requested: z.int(),
      mails: z.int(),
      onPaper: z.int(),
      skipped: z.array(z.object({ enrolmentId: id, blockCode: z.string(), reason: z.string() })),
    }),
  },
  'GET /appraisals/:appraisalId': {
    permission: 'appraisal:read',
    summary: 'Une appréciation, telle que signée ou en cours',
    params: z.object({ appraisalId: id }),
    response: sheet,
  },
  'POST /appraisals/:appraisalId/link': {
    permission: 'appraisal:request',
    summary: 'Renvoyer le lien au tuteur, ou demander à celui qui est désormais en poste',
    params: z.object({ appraisalId: id }),
    response: z.object({
      sentTo: z.string(),
      tutorChanged: z.boolean(),
      /** The request that the mail leads to: a new one when the tutor has changed. */
      appraisalId: id,
      dueOn: day.nullable(),
    }),
  },
  'DELETE /appraisals/:appraisalId': {
    permission: 'appraisal:request',
    summary: 'Retirer une demande : ce que le tuteur a écrit est gardé, et il est prévenu',
    params: z.object({ appraisalId: id }),
    response: done.extend({ isTutorTold: z.boolean() }),
  },
  'GET /enrolments/:enrolmentId/appraisals': {
    permission: 'appraisal:read',
    summary: 'Toutes les appréciations d’un apprenant, de la plus récente à la plus ancienne',
    params: z.object({ enrolmentId: id }),
    response: z.object({
      learnerName: z.string(),
      cohort: named,
      blocks: z.array(blockRef.extend({ competences: z.array(blockRef) })),
      /** Blocks whose appraisal is still to be asked for; `standing` follows « appréciation ». */
      unasked: z.array(blockRef.extend({ standing: z.string() })),
      appraisals: z.array(sheet),
      /** What the learner says of themselves: the last word sent on each block. */
      selfAssessments: z.array(
        z.object({
          block: blockRef,
          sentOn: day,
          competences: z.array(blockRef),
          ...appraisalAnswers,
        }),
      ),
    }),
  },
  'POST /enrolments/:enrolmentId/appraisals/paper': {
    permission: 'appraisal:enter-paper',
    summary: 'Saisir une feuille papier signée par le tuteur',
    params: z.object({ enrolmentId: id }),
    body: z.object({
      blockCode: code,
      label: z.string().trim().max(60, '60 caractères au plus.').default(''),
      ...appraisalAnswers,
      signedOn: day,
      signerName: text,
      /**
       * The tutor has begun online and the paper form takes its place: the revision of the draft
       * that the office had before it. `null` when it saw none.
       */
      replacesRevision: revision.nullable().default(null),
      /**
       * The signed sheets of the block that the person had before them: one that they have not seen
       * is shown before a second one is kept. `null` looks at none.
       */
      knownSignedIds: z.array(id).max(200).nullable().default(null),
    }),
    response: z.object({ id }),
  },
  'POST /appraisals/:appraisalId/files': {
    permission: 'appraisal:enter-paper',
    summary: 'Joindre la feuille papier d’une appréciation, ou la remplacer',
    maxFileMegabytes: 5,
    params: z.object({ appraisalId: id }),
    body: scanForm,
    response: scan,
  },
  'GET /appraisal-files/:appraisalFileId': {
    permission: 'appraisal:read',
    summary: 'La feuille papier d’une appréciation',
    params: z.object({ appraisalFileId: id }),
    response: { file: 'application/octet-stream' },
  },
  'GET /tutor/appraisals': {
    permission: 'appraisal:read-own',
    summary: 'Ce que le tuteur a à apprécier, et ce qu’il a signé',
    response: z.object({
      toDo: z.array(row),
      signed: z.array(row.extend({ signedOn: day, isSuperseded: z.boolean() })),
    }),
  },
  'GET /tutor/appraisals/:appraisalId': {
    permission: 'appraisal:read-own',
    summary: 'L’appréciation à remplir ou signée',
    params: z.object({ appraisalId: id }),
    response: sheet,
  },
  'PUT /tutor/appraisals/:appraisalId': {
    permission: 'appraisal:write',
    summary: 'Garder le brouillon',
    params: z.object({ appraisalId: id }),
    body: z.object({ ...appraisalAnswers, revision }),
    response: appraisalDraft.extend({ warnings: z.array(commentWarning) }),
  },
  'POST /tutor/appraisals/:appraisalId/signature': {
    permission: 'appraisal:write',
    summary: 'Signer',
    params: z.object({ appraisalId: id }),
    body: z.object({ revision, confirmedName: text }),
    response: sheet,
  },
  'POST /tutor/appraisals/:appraisalId/correction': {
    permission: 'appraisal:write',
    summary: 'Corriger : une nouvelle appréciation remplace la première une fois signée',
    params: z.object({ appraisalId: id }),
    response: z.object({ id }),
  },
});
