import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { adoptCalendar, createCohort, enrolLearner } from '../support/cohort-builder.ts';
import { eventually } from '../support/eventually.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
const email = 'lina@apprenant.example';

/** A learner's convocation, sent where no mail leaves: it stays in the demonstration's mailbox. */
beforeAll(async () => {
  app = await startTestApp({ runsWorker: true });
  const centre = await app.addCentre('Centre');
  const coordinator = await centre.addMember('coordinator');
  const { id: frameworkVersionId } = await centre.addFramework();
  const cohort = await createCohort(app, centre, coordinator, {
    name: 'Rentrée',
    frameworkVersionId,
    startsOn: '2027-01-04',
  });
  const name = { givenName: 'Lina', birthName: 'Abadie' };
  await adoptCalendar(app, coordinator, cohort.id);
  const enrolmentId = await enrolLearner(app, centre, cohort.id, name, '2027-01-04');
  await app.db.system.person.updateMany({
    where: { centreId: centre.id, birthName: 'Abadie' },
    data: { email },
  });
  await app.call(
    'POST /cohorts/:cohortId/summons',
    { params: { cohortId: cohort.id }, body: { enrolmentIds: [enrolmentId] } },
    coordinator,
  );
});
afterAll(() => app.close());

const download = (attachmentId: string, from = app) =>
  from.call('GET /mailbox/attachments/:attachmentId', { params: { attachmentId } });

describe('a mail of the demonstration’s mailbox', () => {
  it('lists its files, and each can be opened', async () => {
    const attachments = await eventually(async () => {
      const { body } = await app.call('GET /mailbox', { query: { search: email } });
      return body.mails[0]?.attachments ?? false;
    }, 'the convocation');
    expect(attachments.map(({ fileName }) => fileName).toSorted()).toEqual([
      'calendrier.ics',
      'convocation.pdf',
    ]);
    const pdf = attachments.find(({ fileName }) => fileName === 'convocation.pdf');
    const { status, bytes } = await download(pdf?.id ?? '');
    expect(status).toBe(200);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('has no file of an unknown address, and none at all outside the demonstration', async () => {
    expect((await download(uuidv7())).status).toBe(404);
    const other = await startTestApp({ demonstration: false });
    expect((await download(uuidv7(), other)).status).toBe(404);
    await other.close();
  });
});

describe('outside a demonstration, the mailbox', () => {
  it('does not exist in a database that the demonstration’s seed has not marked', async () => {
    const other = await startTestApp();
    await other.db.system.demonstration.deleteMany();
    expect((await other.call('GET /mailbox')).status).toBe(404);
    await other.close();
  });

  it('does not exist without the demonstration, nor once mails leave by SMTP', async () => {
    for (const more of [{ demonstration: false }, { smtpUrl: 'smtp://127.0.0.1:1' }]) {
      const other = await startTestApp(more);
      expect((await other.call('GET /mailbox')).status).toBe(404);
      await other.close();
    }
  });
});
