import { z } from 'zod';
import { frameworkContent } from './framework-content.ts';
import { routes } from './route.ts';
import { done, id, instant, minutes, revision, text } from './schemas.ts';

const params = z.object({ frameworkId: id });
const state = z.enum(['draft', 'published']);

/** A remark of the rules: errors stop the act, warnings are weighed, information is worth knowing. */
export const finding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'information']),
  path: z.string(),
  message: z.string(),
  source: z.string(),
});

const version = z.object({
  id,
  state,
  revision,
  publishedAt: instant.nullable(),
  cohortCount: z.int(),
  content: frameworkContent,
  sums: z.object({ modulesMinutes: minutes, evaluationMinutes: minutes, totalMinutes: minutes }),
  findings: z.array(finding),
});

export const frameworks = routes({
  'GET /frameworks': {
    permission: 'framework:read',
    summary: 'Les référentiels du centre',
    response: z.array(
      z.object({
        id,
        code: z.string(),
        title: z.string(),
        state,
        rncp: z.string().nullable(),
        outcome: z.enum(['certificate', 'attestation']),
        statedMinutes: minutes,
        blockCount: z.int(),
        cohortCount: z.int(),
        publishedAt: instant.nullable(),
      }),
    ),
  },
  'GET /frameworks/:frameworkId': {
    permission: 'framework:read',
    summary: 'Un référentiel, ses sommes et ses remarques',
    params,
    response: version,
  },
  'POST /frameworks': {
    permission: 'framework:write',
    summary: 'Copier une version, ou en commencer une nouvelle',
    body: z.object({ copyOfId: id.nullable(), code: text.max(60), title: text }),
    response: z.object({ id }),
  },
  'PUT /frameworks/:frameworkId': {
    permission: 'framework:write',
    summary: 'Enregistrer un brouillon de référentiel',
    params,
    body: z.object({ revision, content: frameworkContent }),
    response: version,
  },
  'POST /frameworks/:frameworkId/publish': {
    permission: 'framework:write',
    summary: 'Publier une version, qui ne changera plus',
    params,
    body: z.object({ revision }),
    response: version,
  },
  'DELETE /frameworks/:frameworkId': {
    permission: 'framework:write',
    summary: 'Supprimer un brouillon de référentiel',
    params,
    response: done,
  },
});
