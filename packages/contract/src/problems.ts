import { z } from 'zod';

/** Every problem the API can answer (RFC 9457), by stable code: its status and its French title. */
export const problemCodes = {
  validation_failed: { status: 422, title: 'Certaines informations sont à corriger' },
  rule_refused: { status: 422, title: 'Cette action n’est pas possible en l’état' },
  not_logged_in: { status: 401, title: 'Vous devez vous connecter' },
  wrong_credentials: { status: 401, title: 'Adresse ou mot de passe incorrect' },
  forbidden: { status: 403, title: 'Votre rôle ne permet pas cette action' },
  wrong_origin: { status: 403, title: 'La demande ne vient pas de Jalon' },
  not_found: { status: 404, title: 'Cet élément n’existe pas ou n’existe plus' },
  edited_meanwhile: { status: 409, title: 'Quelqu’un d’autre a modifié cet élément' },
  already_signed: { status: 409, title: 'Ce qui est signé ne change plus' },
  already_exists: { status: 409, title: 'Cet élément existe déjà' },
  session_closed: { status: 409, title: 'Cette session de jury est close' },
  link_used: { status: 410, title: 'Ce lien a déjà servi' },
  link_expired: { status: 410, title: 'Ce lien a expiré' },
  access_ended: { status: 403, title: 'Votre accès a pris fin' },
  link_unknown: { status: 404, title: 'Ce lien n’est pas reconnu' },
  feed_revoked: { status: 410, title: 'Cette adresse d’agenda ne sert plus' },
  feed_unknown: { status: 404, title: 'Cette adresse d’agenda n’est pas reconnue' },
  file_unreadable: { status: 422, title: 'Ce fichier ne peut pas être lu' },
  body_too_large: { status: 413, title: 'Ce fichier est trop lourd' },
  malformed_request: { status: 400, title: 'La demande est mal formée' },
  too_many_requests: { status: 429, title: 'Trop d’essais en peu de temps' },
  unavailable: { status: 503, title: 'Jalon n’est pas en état de servir' },
  internal: { status: 500, title: 'Jalon n’a pas pu terminer cette action' },
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** One fault in what was sent: `pointer` is a JSON pointer to the field (`/hireDate`, `/rows/3/email`). */
export const fieldProblem = z.object({ pointer: z.string(), message: z.string() });
export type FieldProblem = z.infer<typeof fieldProblem>;

/** RFC 9457 body, `application/problem+json`. `current` is the other version of a 409. */
export const problem = z.object({
  type: z.string(),
  code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(fieldProblem).optional(),
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problem>;
