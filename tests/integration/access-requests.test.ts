import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswered } from '../support/access-requests.ts';
import { type Centre, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

let app: TestApp;
let centre: Centre;
const learner = 'lina@mail.example';
let trainer: string;

/** A centre with one who has a password and one who has none. */
async function openCentre(worker: boolean): Promise<void> {
  app = await startTestApp({ runsWorker: worker });
  centre = await app.addCentre('afbb');
  trainer = (await centre.addMember('trainer')).email;
  const cohortId = await addCohort(app.db, centre);
  await addTutoredLearner(app.db, centre, cohortId, { tutorId: null, email: learner });
}

const asks = ['POST /passwords/requests', 'POST /access-links/request'] as const;
type Ask = (typeof asks)[number];
const askFor = async (key: Ask, email: string) => (await app.call(key, { body: { email } })).body;

describe('at the door, before the worker has done anything', () => {
  beforeAll(() => openCentre(false));
  afterAll(() => app.close());

  it.each(asks)(
    '%s writes the same for an address that is known and one that is not',
    async (key) => {
      const known = key === asks[0] ? trainer : learner;
      const written = async () => ({
        requests: await app.db.system.accessRequest.count(),
        mails: await app.db.system.mail.count(),
        links: await app.db.system.accessLink.count(),
        tokens: await app.db.system.verification.count(),
        acts: await app.db.system.auditEvent.count(),
      });
      const before = await written();
      const first = await askFor(key, known);
      const between = await written();
      const second = await askFor(key, 'inconnue@mail.example');
      expect(second).toEqual(first);
      expect(between).toEqual({ ...before, requests: before.requests + 1 });
      expect(await written()).toEqual({ ...before, requests: before.requests + 2 });
    },
  );
});

describe('once the worker has answered', () => {
  beforeAll(() => openCentre(true));
  afterAll(() => app.close());

  it('who is known has one mail, who is not has none, and no address is kept', async () => {
    await askFor(asks[0], trainer);
    await askFor(asks[1], learner);
    for (const key of asks) await askFor(key, 'inconnue@mail.example');
    await untilAnswered(app);
    const mails = await app.db.system.mail.findMany({ orderBy: { toEmail: 'asc' } });
    expect(mails.map(({ toEmail }) => toEmail).sort()).toEqual([trainer, learner].sort());
    expect(await app.db.system.accessRequest.count()).toBe(0);
  });
});
