import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords } from '../support/cohort-records.ts';
import { type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let coordinator: Member;
let cohort: CohortRecords;

beforeAll(async () => {
  app = await startTestApp();
  const centre = await app.addCentre('CFA Le Mans');
  coordinator = await centre.addMember('coordinator');
  cohort = await CohortRecords.create(app.db, centre);
  const learner = await cohort.addLearner('Lina', 'Abadie', { startsOn: '2026-09-07' });
  await cohort.attend(learner, cohort.slots.slice(2, 6), 20);
});
afterAll(() => app.close());

async function startOn(startsOn: string) {
  const params = { cohortId: cohort.id };
  const { body: view } = await app.call('GET /cohorts/:cohortId', { params }, coordinator);
  const body = { ...view, frameworkVersionId: view.framework.id, siteId: view.site.id, startsOn };
  return app.call('PUT /cohorts/:cohortId', { params, body }, coordinator);
}

describe('a running cohort does not begin after what was recorded in it (DOMAIN 8.1)', () => {
  it('its first day is refused at its field, and says since when presence is recorded', async () => {
    const { status, problem } = await startOn('2026-12-01');
    expect(status).toBe(422);
    expect(problem.errors).toMatchObject([
      { pointer: '/startsOn', message: expect.stringContaining('depuis le 8 septembre 2026') },
    ]);
  });

  it('up to that half-day it may', async () => {
    expect((await startOn('2026-09-08')).status).toBe(200);
  });
});
