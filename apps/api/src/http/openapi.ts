import { allRoutes, type FileDownload, problem, type Route } from '@jalon/contract';
import { z } from 'zod';

const toJsonSchema = (schema: z.ZodType, io: 'input' | 'output'): object =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' });

function describeParameters(route: Route): object[] {
  const parts = [
    ['path', route.params],
    ['query', route.query],
  ] as const;
  return parts.flatMap(([place, schema]) =>
    Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
      name,
      in: place,
      required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
      schema: toJsonSchema(field as z.ZodType, 'input'),
    })),
  );
}

function describeAnswer({ response }: Route): object {
  if ('file' in response)
    return { [response.file]: { schema: { type: 'string', format: 'binary' } } };
  return { 'application/json': { schema: toJsonSchema(response, 'output') } };
}

function describeRoute(route: Route): object {
  return {
    summary: route.summary,
    'x-permission': route.permission,
    security: route.permission === 'public' ? [] : [{ session: [] }],
    parameters: describeParameters(route),
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: toJsonSchema(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      200: { description: 'Réussi', content: describeAnswer(route) },
      default: {
        description: 'Problème (RFC 9457)',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

/** OpenAPI 3.1, from the contract alone. */
export function describeApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [key, route] of allRoutes) {
    const [method = '', path = ''] = key.split(' ');
    const address = `/api${path.replace(/:(\w+)/g, '{$1}')}`;
    paths[address] = { ...paths[address], [method.toLowerCase()]: describeRoute(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Jalon', version: '1' },
    paths,
    components: {
      schemas: { Problem: toJsonSchema(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'jalon.session_token' } },
    },
  };
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The same list for people, as one page without scripts. */
export function docsPage(): FileDownload {
  const rows = allRoutes
    .map(([key, route]) => {
      const [method = '', path = ''] = key.split(' ');
      return `<tr><td><code>${method}</code></td><td><code>/api${escapeHtml(path)}</code></td><td>${escapeHtml(route.summary)}</td><td>${route.permission}</td></tr>`;
    })
    .join('');
  const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Interface de programmation de Jalon</title><style>body{font:15px/1.45 system-ui;color:#16212b;background:#f6f5f2;margin:28px}table{border-collapse:collapse;background:#fff}td,th{border:1px solid #e3e7ea;padding:6px 12px;text-align:left}</style></head><body><main><h1>Interface de programmation de Jalon</h1><p>Les schémas complets : <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p><table><thead><tr><th>Méthode</th><th>Adresse</th><th>Rôle</th><th>Permission</th></tr></thead><tbody>${rows}</tbody></table></main></body></html>`;
  return { fileName: 'docs.html', bytes: Buffer.from(page) };
}
