import { z } from 'zod';
import { id, instant } from './schemas.ts';

/** 5 MB as base64, and room for the rule to say what is too much. */
const MAX_BASE64 = 8_000_000;

/** The scan of a paper as a form sends it. */
export const scanForm = z.object({
  fileName: z.string().trim().min(1, 'Choisissez un fichier.').max(255),
  contentBase64: z
    .base64('Ce fichier n’a pas pu être lu. Choisissez-le à nouveau.')
    .max(MAX_BASE64, 'Envoyez un fichier de 5 Mo au plus.'),
  /** The scan that the person had before them; `null` when there was none. */
  expectedFileId: id.nullable(),
});

/** A scan that is kept; the highest number is in force. */
export const scan = z.object({
  id,
  number: z.int(),
  fileName: z.string(),
  sizeBytes: z.int(),
  attachedAt: instant,
  attachedByName: z.string(),
});
