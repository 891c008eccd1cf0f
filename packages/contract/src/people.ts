import { otherPerson, roles } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, email, id, instant, reason, revision, shownDay, text } from './schemas.ts';

const optionalText = z.string().trim().max(300, '300 caractères au plus.').nullable();

/** A person as a form sends them; `null` for what is not known yet. */
export const personForm = z.object({
  givenName: text,
  otherGivenNames: z.string().trim().max(300, '300 caractères au plus.').default(''),
  birthName: text,
  usageName: optionalText.default(null),
  birthDate: day.nullable().default(null),
  sex: z.enum(['F', 'M'], 'Choisissez féminin ou masculin.').nullable().default(null),
  birthPlaceCode: z
    .string()
    .trim()
    .toUpperCase()
    .max(5, 'Un code INSEE ou postal a 5 caractères.')
    .nullable()
    .default(null),
  birthCountryCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'Choisissez un pays de la liste.')
    .nullable()
    .default(null),
  email: email.nullable().default(null),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d\s.()-]{6,20}$/, 'Ce numéro n’est pas valable, par exemple 02 43 00 00 00.')
    .nullable()
    .default(null),
});
export type PersonForm = z.input<typeof personForm>;

/** What the certifier will need and nobody has given yet. */
const missingIdentity = z.array(z.object({ field: z.string(), label: z.string() }));

export const personDetails = z.object({
  id,
  name: z.string(),
  givenName: z.string(),
  otherGivenNames: z.string(),
  birthName: z.string(),
  usageName: z.string().nullable(),
  birthDate: shownDay.nullable(),
  sex: z.string().nullable(),
  birthPlaceCode: z.string().nullable(),
  birthCountryCode: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  missing: missingIdentity,
  revision,
});
export type PersonDetails = z.output<typeof personDetails>;

/** Someone known who has the names of a tutor typed and not their mail. */
const namesake = z.object({
  personId: id,
  /** Same employer, and no two mails that differ. */
  isProposed: z.boolean(),
  facts: z.string(),
  /** What saying that it is this person does to their mail. */
  consequence: z.string(),
});
export type Namesake = z.output<typeof namesake>;
export const namesakes = z.array(namesake);

/** Who a tutor typed is: a person of the same name, or someone else. */
export const namesakeAnswer = z.union(
  [z.literal(otherPerson), z.uuid()],
  'Dites si c’est la même personne ou quelqu’un d’autre du même nom.',
);

const personParams = z.object({ personId: id });

export const people = routes({
  'GET /people/recognised': {
    permission: 'person:write',
    summary: 'Reconnaître une personne déjà connue du centre',
    query: z.object({
      givenName: text,
      birthName: text,
      birthDate: day.optional(),
      email: email.optional(),
    }),
    response: z.object({
      outcome: z.enum(['same', 'possible', 'mail_taken', 'new']),
      person: personDetails.nullable(),
      /** Cohorts in which this person is or was enrolled. */
      cohorts: z.array(z.string()),
      reasons: z.array(reason),
    }),
  },
  'GET /tutors': {
    permission: 'person:read',
    summary: 'Les tuteurs du centre et combien d’apprenants chacun suit',
    response: z.array(
      z.object({
        id,
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        learnersFollowed: z.int(),
        isEmployer: z.boolean(),
      }),
    ),
  },
  'GET /tutors/recognised': {
    permission: 'person:write',
    summary: 'Reconnaître un tuteur déjà connu du centre',
    query: z.object({
      givenName: text,
      birthName: text,
      email: email.optional(),
      employerName: z.string().trim().max(300).optional(),
      siret: z.string().trim().max(20).optional(),
    }),
    response: z.object({
      outcome: z.enum(['same', 'possible', 'mail_taken', 'new']),
      reasons: z.array(reason),
      /** Among whom a person says who it is; only when the outcome is `possible`. */
      namesakes,
    }),
  },
  'GET /people/:personId/accesses': {
    permission: 'person:read',
    summary: 'Ce qu’une personne ouvre dans Jalon, accès retirés compris',
    params: personParams,
    response: z.array(
      z.object({
        /** The membership, which is ended and reopened. */
        id,
        role: z.enum(roles),
        endedAt: instant.nullable(),
      }),
    ),
  },
  'GET /people/:personId': {
    permission: 'person:read',
    summary: 'Une personne du centre',
    params: personParams,
    response: personDetails,
  },
  'PUT /people/:personId': {
    permission: 'person:write',
    summary: 'Modifier l’identité d’une personne',
    params: personParams,
    body: personForm.extend({ revision }),
    response: personDetails,
  },
});
