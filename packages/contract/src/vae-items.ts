import { vaeItemCodes } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, id, shownDay } from './schemas.ts';

const code = z.enum(vaeItemCodes);

/** A piece of the file of a candidate by VAE. */
export const vaeItem = z.object({
  code,
  name: z.string(),
  hint: z.string(),
  settledOn: shownDay.nullable(),
  reference: z.string().nullable(),
  source: z.string(),
  /** 0 while nobody has noted anything. */
  revision: z.int().min(0),
});
export type VaeItemView = z.infer<typeof vaeItem>;

export const vaeItems = routes({
  'PUT /enrolments/:enrolmentId/vae-items': {
    permission: 'enrolment:write',
    summary: 'Noter une pièce du dossier de VAE, ou revenir dessus',
    params: z.object({ enrolmentId: id }),
    body: z.object({
      code,
      /** `null` takes the piece back. */
      settledOn: day.nullable().default(null),
      reference: z.string().trim().max(200, '200 caractères au plus.').nullable().default(null),
      revision: z.int().min(0),
    }),
    response: z.object({ items: z.array(vaeItem) }),
  },
});
