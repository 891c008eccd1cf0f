import { setTimeout as wait } from 'node:timers/promises';
import { defaultPlanWeights } from '@jalon/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { addPlannedCohort } from '../support/planned-cohort.ts';
import { type Centre, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;

beforeAll(async () => {
  app = await startTestApp({ runsWorker: true });
  centre = await app.addCentre('Le Mans');
});
afterAll(() => app.close());

it('a search that comes back while its dead worker seems alive is not forgotten: it is tried again', async () => {
  const cohort = await addPlannedCohort(app.db, centre, await centre.addFramework());
  const ago = (seconds: number) => new Date(app.clock.now().getTime() - seconds * 1_000);
  const search = await app.db.system.planSearch.create({
    data: {
      centreId: centre.id,
      kind: 'year',
      state: 'searching',
      cohortIds: [cohort.id],
      request: { seconds: 5, gap: 0.01, weights: { ...defaultPlanWeights } },
      askedByUserId: 'somebody',
      beatAt: ago(5),
    },
  });
  const job = await app.db.system.outboxJob.create({
    data: { centreId: centre.id, name: 'plan.search', payload: { planSearchId: search.id } },
  });
  const jobOf = () => app.db.system.outboxJob.findFirstOrThrow({ where: { id: job.id } });
  const searchOf = () => app.db.system.planSearch.findFirstOrThrow({ where: { id: search.id } });
  await wait(1_500);
  expect(await searchOf()).toMatchObject({ state: 'searching', startedAt: null });
  expect((await jobOf()).sentAt).not.toBeNull();
  expect((await jobOf()).doneAt).toBeNull();

  await app.db.system.planSearch.updateMany({
    where: { id: search.id },
    data: { beatAt: ago(60) },
  });
  await eventually(async () => (await searchOf()).finishedAt !== null, 'the search');
  expect((await searchOf()).state).not.toBe('searching');
}, 60_000);
