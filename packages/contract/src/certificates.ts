import { certificateKinds } from '@jalon/domain';
import { z } from 'zod';
import { routes } from './route.ts';
import { day, done, id, reason } from './schemas.ts';

const certificate = z.object({
  id,
  enrolmentId: id,
  kind: z.enum(certificateKinds),
  number: z.string(),
  issuedOn: day,
  decidedOn: day,
  reasons: z.array(reason),
  cpamCopySentOn: day.nullable(),
});

/** Whether a learner's certificate can be issued, or what is missing, in one sentence. */
const readiness = z.object({
  outcome: z.enum(['ready', 'not_ready']),
  sentence: z.string(),
  reasons: z.array(reason),
});

const standing = z.object({
  enrolmentId: id,
  learnerName: z.string(),
  cohort: z.object({ id, name: z.string() }),
  title: z.string(),
  kind: z.enum(certificateKinds),
  readiness,
  certificate: certificate.nullable(),
});

export const certificates = routes({
  'GET /certificates': {
    permission: 'certificate:read',
    summary: 'Les certificats délivrés, prêts, et ce qui manque aux autres',
    query: z.object({ cohortId: id.optional() }),
    response: z.array(standing),
  },
  'GET /enrolments/:enrolmentId/certificate': {
    permission: 'certificate:read-own',
    summary: 'Le certificat d’un apprenant, ou ce qui manque avant lui',
    params: z.object({ enrolmentId: id }),
    response: standing,
  },
  'POST /enrolments/:enrolmentId/certificate': {
    permission: 'certificate:issue',
    summary: 'Délivrer le certificat ou l’attestation',
    params: z.object({ enrolmentId: id }),
    response: certificate,
  },
  'PUT /certificates/:certificateId/cpam-copy': {
    permission: 'certificate:issue',
    summary: 'Noter l’envoi de la copie à la CPAM',
    params: z.object({ certificateId: id }),
    body: z.object({ sentOn: day }),
    response: done,
  },
  'GET /certificates/:certificateId/document': {
    permission: 'certificate:read-own',
    summary: 'Le certificat ou l’attestation, en PDF',
    params: z.object({ certificateId: id }),
    response: { file: 'application/pdf' },
  },
});
