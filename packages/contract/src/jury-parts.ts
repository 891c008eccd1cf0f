import { colleges, jurySessionStates } from '@jalon/domain';
import { z } from 'zod';
import { day, id, instant, reason } from './schemas.ts';

/** The session in the address. */
export const juryParams = z.object({ juryId: id });
export const candidateKind = z.enum(['training', 'resit', 'vae']);

/** Who sits, as the page and the room show it. */
export const juryMember = z.object({
  id,
  personId: id,
  name: z.string(),
  email: z.string().nullable(),
  college: z.enum(colleges),
  isChair: z.boolean(),
  isAlternate: z.boolean(),
  /** `null` until somebody marks it. */
  isPresent: z.boolean().nullable(),
  /** When the last invitation went out. */
  invitedAt: instant.nullable(),
  /** Belongs to the centre or to the certifier: said so, or by a role there. */
  isInternal: z.boolean(),
  /** A role in the centre says it, so that nobody can say otherwise. */
  isInternalByRole: z.boolean(),
  /** Their access to the jury was taken away. */
  isAccessEnded: z.boolean(),
  /** How many decisions in force this member has written down. */
  decidedCount: z.int(),
});

/** Whether the jury may decide, and why. */
export const juryComposition = z.object({
  outcome: z.enum(['valid', 'invalid']),
  reasons: z.array(reason),
});

/** What every page of a session says at its top. */
export const juryHeader = z.object({
  id,
  heldOn: day,
  place: z.string(),
  remote: z.boolean(),
  state: z.enum(jurySessionStates),
  framework: z.object({ id, title: z.string(), rncp: z.string().nullable() }),
});
