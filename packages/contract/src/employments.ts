import { contractKinds, deadlineRegimes, employerKinds } from '@jalon/domain';
import { z } from 'zod';
import { finding } from './frameworks.ts';
import { namesakeAnswer } from './people.ts';
import { routes } from './route.ts';
import { day, email, id, reason, revision, shownDay, text, weekdays } from './schemas.ts';

/** A tutor already known to the centre, or a new one: their mail carries the appraisals' links. */
const tutorChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), personId: z.uuid('Choisissez un tuteur de la liste.') }),
  z.object({
    kind: z.literal('new'),
    givenName: text,
    birthName: text,
    email,
    /** Which person of the same name this is, as somebody said; `null` while nobody has. */
    namesake: namesakeAnswer.nullable().default(null),
  }),
]);

const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** An employment as a form sends it. Days are `YYYY-MM-DD`. */
export const employmentForm = z.object({
  employerName: text,
  employerKind: z.enum(employerKinds, 'Choisissez le type d’employeur.'),
  siret: optional(
    z
      .string()
      .trim()
      .transform((value) => value.replace(/\s/g, '')),
  ),
  employerEmail: optional(email),
  employerPhone: optional(z.string().trim().max(30, '30 caractères au plus.')),
  hireDate: day,
  dutyStartOn: optional(day),
  cpamContractSignedOn: optional(day),
  regimeOverride: optional(z.enum(['regime_2019', 'regime_2024'])),
  endsOn: optional(day),
  /** The form of the contract; `null` while nobody has said. */
  contractKind: optional(z.enum(contractKinds, 'Choisissez la nature du contrat.')),
  /** First day of the contract where it is not the hiring. */
  contractStartsOn: optional(day),
  /** Half-days of the week on which the employer expects them; none while nobody has said (Q17). */
  workedMornings: weekdays.default([]),
  workedAfternoons: weekdays.default([]),
  tutor: optional(tutorChoice),
  tutorIsEmployer: z.boolean().default(false),
  /** The tutor's years of experience in the field; `null` while nobody has said. */
  tutorExperienceYears: optional(
    z
      .int('Indiquez un nombre d’années.')
      .min(0, 'Un nombre d’années ne peut pas être négatif.')
      .max(60, '60 ans au plus.'),
  ),
  /** The day on which the tutor confirmed that they volunteer; `null` while nobody has said. */
  tutorVolunteeredOn: optional(day),
});
export type EmploymentForm = z.input<typeof employmentForm>;

export const employment = z.object({
  id,
  employerName: z.string(),
  employerKind: z.enum(employerKinds),
  siret: z.string().nullable(),
  employerEmail: z.string().nullable(),
  employerPhone: z.string().nullable(),
  hireDate: shownDay,
  dutyStartOn: shownDay.nullable(),
  cpamContractSignedOn: shownDay.nullable(),
  regimeOverride: z.enum(deadlineRegimes).nullable(),
  /** The convention that binds this employer, chosen by hand or by the contract's date. */
  regime: z.enum(deadlineRegimes).nullable(),
  endsOn: shownDay.nullable(),
  contractKind: z.enum(contractKinds).nullable(),
  contractStartsOn: shownDay.nullable(),
  workedMornings: z.array(z.int()),
  workedAfternoons: z.array(z.int()),
  tutor: z
    .object({
      id,
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      /** What to watch: too many learners, too little experience, nobody’s word that they volunteer. */
      concerns: z.array(reason),
    })
    .nullable(),
  /** Who was tutor before, the last one first, with their days in words. */
  earlierTutors: z.array(z.object({ id, name: z.string(), turn: z.string() })),
  tutorIsEmployer: z.boolean(),
  tutorExperienceYears: z.int().nullable(),
  tutorVolunteeredOn: shownDay.nullable(),
  revision,
});
export type EmploymentDetails = z.output<typeof employment>;

const saved = z.object({ id, warnings: z.array(finding) });

export const employments = routes({
  'POST /people/:personId/employments': {
    permission: 'enrolment:write',
    summary: 'Ajouter un employeur à un apprenant',
    params: z.object({ personId: id }),
    body: employmentForm,
    response: saved,
  },
  'PUT /employments/:employmentId': {
    permission: 'enrolment:write',
    summary: 'Modifier un employeur, ses dates ou son tuteur',
    params: z.object({ employmentId: id }),
    body: employmentForm.extend({ revision }),
    response: saved,
  },
});
