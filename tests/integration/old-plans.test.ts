import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let elsewhere: Centre;
let coordinator: Member;

/** The worker runs; the clock stands on 23 November 2026. */
beforeAll(async () => {
  app = await startTestApp({ runsWorker: true });
  centre = await app.addCentre('Centre');
  elsewhere = await app.addCentre('Ailleurs');
  coordinator = await centre.addMember('coordinator');
});
afterAll(() => app.close());

const addSearch = async (
  createdOn: string,
  more: { state?: 'found' | 'accepted' | 'queued'; acceptedAt?: Date; of?: Centre } = {},
) => {
  const { of = centre, ...rest } = more;
  const { id } = await app.db.system.planSearch.create({
    data: {
      centreId: of.id,
      kind: 'year',
      state: 'found',
      cohortIds: [],
      request: {},
      askedByUserId: coordinator.userId,
      createdAt: new Date(createdOn),
      ...rest,
    },
  });
  return id;
};

it('a plan that ended two months ago leaves; newer ones, those under way and others’ stay', async () => {
  const old = await addSearch('2026-09-20');
  const accepted = await addSearch('2026-09-10', {
    state: 'accepted',
    acceptedAt: new Date('2026-09-12'),
  });
  const kept = [
    await addSearch('2026-10-01'),
    await addSearch('2026-09-01', { state: 'queued' }),
    await addSearch('2026-09-01', { acceptedAt: new Date('2026-11-02') }),
    await addSearch('2026-09-01', { of: elsewhere }),
  ];
  await app.db.system.outboxJob.create({
    data: { centreId: centre.id, name: 'plan.forget-centre', payload: {} },
  });
  await eventually(
    async () => (await app.db.system.outboxJob.count({ where: { doneAt: null } })) === 0,
    'the job',
  );
  const left = await app.db.system.planSearch.findMany({ select: { id: true } });
  expect(left.map(({ id }) => id).toSorted()).toEqual(kept.toSorted());
  for (const planId of [old, accepted]) {
    const { status } = await app.call('GET /plans/:planId', { params: { planId } }, coordinator);
    expect(status).toBe(404);
  }
  const trail = await app.db.system.auditEvent.findMany({
    where: { centreId: centre.id, action: 'plan.forgotten' },
  });
  expect(trail.map(({ data }) => data)).toEqual([{ count: 2, keptDays: 60 }]);
});
