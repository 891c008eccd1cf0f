import { certificateKinds, validities } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day } from './schemas.ts';

/** The code of a QR code. */
const verificationCode = z.object({ verificationCode: z.string().max(100) });

/** What the paper says of itself, for whoever has it in hand: no birth date. */
const known = z.object({
  state: z.enum(validities),
  title: z.string(),
  sentence: z.string(),
  kind: z.enum(certificateKinds),
  number: z.string(),
  holder: z.string(),
  /** « Bloc B1 « … », CQP Assistant médical » */
  achievement: z.string(),
  rncp: z.string().nullable(),
  level: z.int().nullable(),
  certifier: z.string().nullable(),
  issuer: z.string(),
  issuedOn: day,
  decidedOn: day,
});
const verification = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unknown') }),
  known,
]);
export type Verification = z.infer<typeof verification>;
export type KnownDocument = z.infer<typeof known>;

export const verifications = routes({
  'GET /verifications/:verificationCode': {
    permission: 'public',
    summary: 'Un certificat ou une attestation vaut-il encore : valide, révoqué ou inconnu',
    params: verificationCode,
    response: verification,
    outsideCentre: true,
  },
  'GET /verifications/:verificationCode/credential': {
    permission: 'public',
    summary: 'Le même, signé (Open Badges 3.0), pour un logiciel de vérification',
    params: verificationCode,
    response: { file: 'application/vc+ld+json' },
    outsideCentre: true,
  },
});
