import { z } from 'zod';
import { routes } from './route.ts';
import { id, instant } from './schemas.ts';

/** The centre as whoever verifies its documents knows it. */
const issuer = z.object({
  /** `did:web:…` */
  did: z.string(),
  /** Where its keys are published. */
  address: z.string(),
  /** Documents signed so far. */
  signed: z.int(),
  /** Newest first: the first one signs, the others only verify. */
  keys: z.array(
    z.object({ id, publicKey: z.string(), createdAt: instant, retiredAt: instant.nullable() }),
  ),
});

/** The centre's name in its addresses. */
const slug = z.string().max(100);

export const issuers = routes({
  'GET /issuer': {
    permission: 'centre:read',
    summary: 'La clé avec laquelle le centre signe ce qu’il délivre',
    response: issuer,
  },
  'POST /issuer/keys': {
    permission: 'centre:write',
    summary: 'Changer la clé de signature du centre',
    response: issuer,
  },
  'GET /issuers/:slug/did.json': {
    permission: 'public',
    summary: 'Les clés publiques d’un centre (did:web)',
    params: z.object({ slug }),
    response: { file: 'application/json' },
    outsideCentre: true,
  },
  'GET /issuers/:slug/status-lists/:list': {
    permission: 'public',
    summary: 'Ce qu’un centre a révoqué, en liste signée (W3C Bitstring Status List)',
    params: z.object({ slug, list: z.coerce.number().int().min(0).max(100_000) }),
    response: { file: 'application/vc+ld+json' },
    outsideCentre: true,
  },
});
