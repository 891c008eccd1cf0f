import { allRoutes } from '@jalon/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const get = (path: string): Promise<Response> => fetch(`${app.url}/api${path}`);

/** The last sign of life of the one worker, so many seconds ago. */
async function beat(secondsAgo: number): Promise<void> {
  const at = new Date(Date.now() - secondsAgo * 1000);
  await app.db.system.workerHeartbeat.upsert({
    where: { id: 'test' },
    create: { id: 'test', at },
    update: { at },
  });
}

describe('GET /api/health', () => {
  it('is 200 while the database answers and a worker gave a sign of life', async () => {
    await beat(5);
    const answer = await get('/health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok', database: 'ok', worker: 'ok' });
  });

  it('is 503 once the last sign of life is older than 30 seconds; the API alone stays well', async () => {
    await beat(45);
    const answer = await get('/health');
    expect(answer.status).toBe(503);
    expect((await answer.json()).detail).toContain('Aucun processus de tâches de fond');
    expect((await get('/health/api')).status).toBe(200);
  });
});

describe('the description of the API', () => {
  it('/api/openapi.json has one operation for each route of the contract', async () => {
    const answer = await get('/openapi.json');
    expect(answer.status).toBe(200);
    const { openapi, paths } = (await answer.json()) as {
      openapi: string;
      paths: Record<string, Record<string, { summary: string }>>;
    };
    expect(openapi).toBe('3.1.0');
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = allRoutes.map(([key]) =>
      key.replace(' ', ' /api').replaceAll(/:(\w+)/g, '{$1}'),
    );
    expect(operations.toSorted()).toEqual(routes.toSorted());
  });

  it('/api/docs is a page of the same routes', async () => {
    const answer = await get('/docs');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    const page = await answer.text();
    expect(page.match(/<tr><td>/g)).toHaveLength(allRoutes.length);
  });
});
