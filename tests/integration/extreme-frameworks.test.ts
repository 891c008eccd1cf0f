import { allRoutes, type RouteKey } from '@jalon/contract';
import type { Framework } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre();
  coordinator = await centre.addMember('coordinator');
});
afterAll(() => app.close());

/** Contents that a version could be published with, each at the edge of what its form takes. */
const extremes: readonly (readonly [string, (content: Framework) => Framework])[] = [
  [
    'two and a half days a week',
    (content) => ({ ...content, rhythm: { ...content.rhythm, daysPerWeek: 2.5 } }),
  ],
  [
    'a credential valid for a thousand years',
    (content) => ({
      ...content,
      credentials: content.credentials.map((one) => ({ ...one, validityYears: 1000 })),
    }),
  ],
  ['blocks kept for a thousand months', (content) => ({ ...content, blockRetentionMonths: 1000 })],
  [
    'a course of a thousand months',
    (content) => ({ ...content, durationMonths: { min: 1, max: 1000 } }),
  ],
];

/** Every GET whose address these ids fill. */
const readable = (known: Readonly<Record<string, string>>): RouteKey[] =>
  allRoutes
    .map(([key]) => key)
    .filter((key) => key.startsWith('GET '))
    // No worker runs here, and this route says so.
    .filter((key) => key !== 'GET /health')
    .filter((key) => [...key.matchAll(/:(\w+)/g)].every(([, name = '']) => name in known));

describe('a published content, however far it goes, closes no page of the centre', () => {
  it.each(extremes)('%s', async (name, change) => {
    const version = await centre.addFramework('CQP-AM-40913-LEMANS', (content) => ({
      ...change(content),
      code: name.slice(0, 40),
    }));
    const records = await CohortRecords.create(app.db, centre, { name, version });
    const learner = await records.addLearner('Maxime', 'Bonnet');
    const saved = await app.call(
      'POST /enrolments/:enrolmentId/credentials',
      {
        params: { enrolmentId: learner.enrolmentId },
        body: { code: 'AFGSU1', obtainedOn: '2025-03-04', issuer: 'CESU 72' },
      },
      coordinator,
    );
    expect(saved.status).toBe(200);
    const known = {
      cohortId: records.id,
      frameworkId: version.id,
      enrolmentId: learner.enrolmentId,
      personId: learner.personId,
      blockCode: 'B4',
    };
    const routes = readable(known);
    expect(routes).toContain('GET /cohort-frameworks');
    expect(routes).toContain('GET /cohorts/:cohortId/assessments/:blockCode');
    const statuses: string[] = [];
    for (const key of routes) {
      const { status } = await app.call(key, { params: known } as never, coordinator);
      if (status >= 500) statuses.push(`${key} ${status}`);
    }
    expect(statuses).toEqual([]);
  });

  it('a new version says so at its field before it is published: a hundred years at most', async () => {
    const { id } = await centre.addFramework('CQP-AM-2022-AFBB');
    const { body: made } = await app.call(
      'POST /frameworks',
      { body: { copyOfId: id, code: 'SANS-FIN', title: 'Sans fin' } },
      coordinator,
    );
    const params = { frameworkId: made.id };
    const { body } = await app.call('GET /frameworks/:frameworkId', { params }, coordinator);
    const credentials = body.content.credentials.map((one) => ({ ...one, validityYears: 500 }));
    const saved = await app.call(
      'PUT /frameworks/:frameworkId',
      { params, body: { revision: body.revision, content: { ...body.content, credentials } } },
      coordinator,
    );
    expect(saved.status).toBeLessThan(500);
    const draft = (await app.call('GET /frameworks/:frameworkId', { params }, coordinator)).body;
    const published = await app.call(
      'POST /frameworks/:frameworkId/publish',
      { params, body: { revision: draft.revision } },
      coordinator,
    );
    expect(published.status).toBe(422);
    expect(JSON.stringify(published.problem)).toContain('100 ans');
  });
});
