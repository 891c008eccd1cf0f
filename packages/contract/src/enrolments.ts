import { accessRoutes, entryProfiles, funders, slotKinds } from '@jalon/domain';
import { z } from 'zod';
import { dispensationView } from './dispensations.ts';
import { earlyEnd } from './early-ends.ts';
import { employment, employmentForm } from './employments.ts';
import { finding } from './frameworks.ts';
import { funding } from './funding-requests.ts';
import { personDetails, personForm } from './people.ts';
import { routes } from './route.ts';
import { day, id, minutes, named, page, reason, revision, shownDay } from './schemas.ts';
import { vaeItem } from './vae-items.ts';

const enrolmentStates = ['active', 'withdrawn', 'completed'] as const;
const state = z.enum(enrolmentStates);
const params = z.object({ enrolmentId: id });

const filters = z.object({
  search: z.string().trim().max(100).optional(),
  cohortId: id.optional(),
  state: state.optional(),
  /** Only the files where this is still missing. */
  missing: z.enum(['identity', 'employer', 'tutor']).optional(),
  sort: z.enum(['name', 'startsOn', 'cohort']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
});

/** « état civil à compléter (sexe) », « 2 étapes du parcours à planifier ». */
const toComplete = z.array(z.string());

const listRow = z.object({
  id,
  personId: id,
  name: z.string(),
  email: z.string().nullable(),
  cohort: named,
  state,
  startsOn: shownDay,
  route: z.enum(accessRoutes),
  funder: z.enum(funders),
  employerName: z.string().nullable(),
  tutorName: z.string().nullable(),
  dueMinutes: minutes,
  waivedMinutes: minutes,
  /** What the office still has to complete; the file is complete when it is empty. */
  toComplete,
});
export type LearnerRow = z.output<typeof listRow>;

const motive = z.string().trim().max(1000, '1 000 caractères au plus.');

/** What a candidate declares on entry; the rules of the framework version read it. */
const entryFields = z.object({
  profile: z.enum(entryProfiles, 'Choisissez le profil à l’entrée.'),
  diplomaLevel: z
    .int('Indiquez un niveau de 1 à 8.')
    .min(1, 'Indiquez un niveau de 1 à 8.')
    .max(8, 'Indiquez un niveau de 1 à 8.')
    .nullable(),
  experienceYears: z
    .int('Indiquez un nombre d’années.')
    .min(0, 'Un nombre d’années ne peut pas être négatif.')
    .max(60, '60 ans au plus.')
    .nullable()
    .default(null),
  route: z.enum(accessRoutes, 'Choisissez une voie d’accès.'),
  startsOn: day,
  endsOn: day.nullable().default(null),
});

const enrolmentFields = entryFields.extend({
  funder: z.enum(funders, 'Choisissez un financeur.'),
  /** Why the centre goes on although the entry conditions are not met. */
  entryMotive: motive.nullable().default(null),
});

const personChoice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('known'),
    personId: z.uuid('Choisissez une personne.'),
    /** The birth date put right, when someone said that the one on record is wrong. */
    birthDate: day.nullable().default(null),
  }),
  personForm.extend({
    kind: z.literal('new'),
    /** Someone said that a person of the same name is someone else. */
    isNamesake: z.boolean().default(false),
  }),
]);

const decision = z.object({
  outcome: z.enum(['eligible', 'not_eligible', 'to_verify']),
  reasons: z.array(reason),
});

/** A way to follow one module or evaluation. */
const pathOption = z.object({
  moduleRunId: id,
  cohortId: id,
  cohortName: z.string(),
  isOwn: z.boolean(),
  /** `null`, as the last one, while none of its half-days is placed. */
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  freePlaces: z.int(),
});

const pathStep = z.object({
  kind: z.enum(slotKinds),
  blockCode: z.string(),
  moduleCode: z.string().nullable(),
  name: z.string(),
  minutes,
  state: z.enum(['own', 'other', 'waived', 'to_plan']),
  moduleRunId: id.nullable(),
  /** Why it is so, or why it cannot be planned. */
  reason: z.string(),
  /** The run proposed for a step to plan; nobody follows it until a person accepts it. */
  proposedRunId: id.nullable(),
  /** The days on which the proposed run meets; none without a proposal. */
  proposedDays: z.array(day),
  options: z.array(pathOption),
});
export type PathStepView = z.output<typeof pathStep>;

const path = z.object({ revision, steps: z.array(pathStep), findings: z.array(finding) });

const hours = z.object({
  totalMinutes: minutes,
  waivedMinutes: minutes,
  dueMinutes: minutes,
  /** « 204 h dues au lieu de 279 h ». */
  sentence: z.string(),
  reasons: z.array(reason),
});

const file = enrolmentFields.extend({
  id,
  startsOn: shownDay,
  endsOn: shownDay.nullable(),
  state,
  revision,
  withdrawMotive: z.string().nullable(),
  person: personDetails,
  cohort: named,
  framework: z.object({ id, code: z.string(), title: z.string() }),
  programme: z.array(
    z.object({
      blockCode: z.string(),
      name: z.string(),
      trainingMinutes: minutes,
      modules: z.array(z.object({ code: z.string(), name: z.string(), minutes })),
    }),
  ),
  entry: decision,
  findings: z.array(finding),
  hours,
  employments: z.array(employment),
  dispensations: z.array(dispensationView),
  funding,
  /** `null` unless a *période de reconversion* was left before its end. */
  earlyEnd: earlyEnd.nullable(),
  /** The checklist of a VAE; `null` for another access route. */
  vaeItems: z.array(vaeItem).nullable(),
  path: z.array(pathStep),
  /** Steps of the path to plan; none while the cohort has no calendar. */
  unplanned: z.int(),
  toComplete,
  /** The same person's other enrolments. */
  others: z.array(z.object({ id, cohortName: z.string(), state, startsOn: shownDay })),
});
export type EnrolmentFile = z.output<typeof file>;

/** What an employment says of its contract. Days are `YYYY-MM-DD`. */
const contractFields = employmentForm.pick({
  employerName: true,
  contractKind: true,
  contractStartsOn: true,
  hireDate: true,
  endsOn: true,
  workedMornings: true,
  workedAfternoons: true,
});
export type ContractFields = z.input<typeof contractFields>;

const created = z.object({ id, personId: id, warnings: z.array(finding) });

export const enrolments = routes({
  'GET /enrolments': {
    permission: 'enrolment:read',
    summary: 'Les apprenants du centre',
    query: filters.extend({
      page,
      perPage: z.coerce.number().int().min(1).max(2000).default(25),
    }),
    response: z.object({
      rows: z.array(listRow),
      total: z.int(),
      /** Files with something missing, among all that match. */
      incomplete: z.int(),
    }),
  },
  'GET /enrolments/export': {
    permission: 'enrolment:read',
    summary: 'La liste des apprenants en CSV',
    query: filters,
    response: { file: 'text/csv' },
  },
  'POST /enrolments/preview': {
    permission: 'enrolment:write',
    summary: 'Ce que donnerait une inscription : conditions d’entrée, places, parcours proposé',
    body: entryFields.extend({
      cohortId: z.uuid('Choisissez une cohorte.'),
      /** `null` while nobody has said. */
      funder: z.enum(funders, 'Choisissez un financeur.').nullable().default(null),
      contracts: z.array(contractFields).max(5, '5 employeurs au plus.').default([]),
      /** Whoever the centre knows already: the contracts that it keeps of them count as well. */
      personId: id.nullable().default(null),
    }),
    response: z.object({
      entry: decision,
      findings: z.array(finding),
      path: z.array(pathStep),
    }),
  },
  'POST /enrolments': {
    permission: 'enrolment:write',
    summary: 'Inscrire un apprenant',
    body: enrolmentFields.extend({
      cohortId: z.uuid('Choisissez une cohorte.'),
      person: personChoice,
      employments: z.array(employmentForm).max(5, '5 employeurs au plus.').default([]),
      /** The runs to follow; `null` takes the proposed path. */
      moduleRunIds: z.array(id).max(200).nullable().default(null),
    }),
    response: created,
  },
  'GET /enrolments/:enrolmentId': {
    permission: 'enrolment:read',
    summary: 'Le dossier d’un apprenant',
    params,
    response: file,
  },
  'PUT /enrolments/:enrolmentId': {
    permission: 'enrolment:write',
    summary: 'Modifier une inscription',
    params,
    body: enrolmentFields.extend({ revision }),
    response: file,
  },
  'PUT /enrolments/:enrolmentId/path': {
    permission: 'enrolment:write',
    summary: 'Choisir avec quelle cohorte un apprenant suit chaque module',
    params,
    body: z.object({ revision, moduleRunIds: z.array(id).max(200) }),
    response: path,
  },
  'POST /enrolments/:enrolmentId/withdraw': {
    permission: 'enrolment:write',
    summary: 'Noter l’abandon d’un apprenant',
    params,
    body: z.object({
      revision,
      on: day,
      motive: motive.min(1, 'Indiquez le motif : il figure au dossier.'),
    }),
    response: file,
  },
  'POST /enrolments/:enrolmentId/reinstate': {
    permission: 'enrolment:write',
    summary: 'Annuler un abandon',
    params,
    body: z.object({ revision }),
    response: file,
  },
});
