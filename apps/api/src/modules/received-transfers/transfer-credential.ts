import { isDeepStrictEqual } from 'node:util';
import { isStorableText } from '@jalon/domain';
import { z } from 'zod';
import { transferContext } from '../transfers/write-transfer-credential.ts';

// Strict throughout, with the one vocabulary that transfers are written in: what is signed is what
// the words mean, and another vocabulary could make « birthName » mean the given name.
const text = z.string().min(1).max(500).refine(isStorableText);
const day = z.iso.date();

const block = z.strictObject({
  code: text,
  name: text,
  decidedOn: day,
  acquiredUnder: text,
  keptUntil: day.nullable(),
});

const content = z.strictObject({
  centre: text,
  writtenOn: day,
  holder: z.strictObject({
    givenName: text,
    birthName: text,
    usageName: text.nullable(),
    birthDate: day,
  }),
  certification: z.strictObject({
    name: text,
    rncp: text.nullable(),
    certifier: text.nullable(),
  }),
  version: text,
  enteredOn: day,
  hours: text,
  blocks: z.array(block).max(50),
  credentials: z
    .array(z.strictObject({ name: text, obtainedOn: day, expiresOn: day, issuer: text }))
    .max(50),
});

/** A transfer as another centre writes it (`writeTransferCredential`), with its proof. */
export const transferCredential = z.strictObject({
  '@context': z.unknown().refine((value) => isDeepStrictEqual(value, transferContext)),
  id: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('LearnerTransfer')]),
  name: text,
  issuer: z.strictObject({ id: z.string().max(300), name: text }),
  validFrom: z.iso.datetime(),
  credentialSubject: content.extend({ type: z.literal('TransferredLearner') }),
  proof: z.strictObject({
    type: z.literal('DataIntegrityProof'),
    cryptosuite: z.literal('eddsa-rdfc-2022'),
    created: z.iso.datetime(),
    verificationMethod: z.string().max(400),
    proofPurpose: z.literal('assertionMethod'),
    proofValue: z.string().max(400),
  }),
});
export type TransferCredential = z.output<typeof transferCredential>;
