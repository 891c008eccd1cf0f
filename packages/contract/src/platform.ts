import { z } from 'zod';
import { routes } from './route.ts';

export const platform = routes({
  'GET /health': {
    permission: 'public',
    summary: 'État de la base et des tâches de fond',
    response: z.object({
      status: z.literal('ok'),
      database: z.literal('ok'),
      worker: z.literal('ok'),
    }),
    outsideCentre: true,
  },
  'GET /health/api': {
    permission: 'public',
    summary: 'Ce processus répond et joint la base ; rien n’est dit des tâches de fond',
    response: z.object({ status: z.literal('ok'), database: z.literal('ok') }),
    outsideCentre: true,
  },
  'GET /openapi.json': {
    permission: 'public',
    summary: 'Description OpenAPI 3.1 de cette interface',
    response: z.record(z.string(), z.unknown()),
    outsideCentre: true,
  },
  'GET /docs': {
    permission: 'public',
    summary: 'Page de lecture de cette interface',
    response: { file: 'text/html' },
    outsideCentre: true,
  },
});
