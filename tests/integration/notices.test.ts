import { describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import {
  app,
  centre,
  coordinator,
  employee,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';
import { connectAsApp } from '../support/sql-client.ts';
import type { Member } from '../support/test-app.ts';

openJuryOffice({ runsWorker: true });

const list = async (juryId: string) =>
  (await app.call('GET /juries/:juryId/notices', { params: { juryId } }, coordinator)).body;
const notify = (juryId: string, enrolmentIds: readonly string[], by = coordinator) =>
  app.call('POST /juries/:juryId/notices', { params: { juryId }, body: { enrolmentIds } }, by);

async function sign(juryId: string, by: Member) {
  const { minutes } = await office.read(juryId, by);
  const body = { sha256: minutes?.sha256 ?? '' };
  return app.call('POST /juries/:juryId/minutes/signatures', { params: { juryId }, body }, by);
}

/** A closed session of one candidate whose block 2 was refused, signed by both colleges. */
async function decideAndSign({ signs = true } = {}) {
  const { juryId, learners } = await office.prepare([{ failed: ['E5', 'E6'] }]);
  const learner = only(learners);
  const { enrolmentId, personId } = learner;
  const email = `${enrolmentId}@exemple.test`;
  await app.db.system.person.updateMany({ where: { id: personId }, data: { email } });
  await office.decideAll(juryId, learner, ['B1', 'B3', 'B4']);
  const decided = await office.decide(juryId, [
    {
      enrolmentId,
      blockCode: 'B2',
      decision: 'not_acquired',
      motive: 'Deux épreuves manquées.',
      recommendation: 'Revoir la facturation.',
    },
  ]);
  expect(decided.status).toBe(200);
  expect((await office.close(juryId)).status).toBe(200);
  if (signs) for (const member of [employer, employee]) await sign(juryId, member);
  return { juryId, enrolmentId, email };
}

const isWritten = (juryId: string) =>
  eventually(async () => only(await list(juryId)).state === 'sent', 'the notice');

describe('notices of the jury’s decisions (DOMAIN 4.6, W30, W37)', () => {
  it('wait for a signature of each college, are read first, then sent by a person with the PDF', async () => {
    const { juryId, enrolmentId, email } = await decideAndSign({ signs: false });
    expect(only(await list(juryId))).toMatchObject({
      result: 'partial',
      state: 'none',
      obstacle: expect.stringMatching(/signature/),
    });
    const early = (await notify(juryId, [enrolmentId])).body;
    expect(early).toEqual({ sent: 0, skipped: [expect.stringMatching(/signature/)] });
    for (const member of [employer, employee]) await sign(juryId, member);
    const params = { juryId, enrolmentId };
    const read = await app.call(
      'GET /juries/:juryId/notices/:enrolmentId',
      { params },
      coordinator,
    );
    expect(read.status).toBe(200);
    expect((await notify(juryId, [enrolmentId])).body).toEqual({ sent: 1, skipped: [] });
    await isWritten(juryId);
    const where = { toEmail: email, purpose: 'notice.sent' };
    const mail = await app.db.system.mail.findFirstOrThrow({
      where,
      include: { attachments: true },
    });
    expect(mail.text).toMatch(/3 blocs sur 4/);
    expect(mail.attachments).toHaveLength(1);
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId } },
      coordinator,
    );
    expect(body.past.map(({ title }) => title)).toContain('Décision du jury notifiée au candidat.');
  });

  it('two clicks at once send one; nobody without the office’s right sends any', async () => {
    const { juryId, enrolmentId, email } = await decideAndSign();
    expect((await notify(juryId, [enrolmentId], employer)).status).toBe(403);
    const answers = await Promise.all([
      notify(juryId, [enrolmentId]),
      notify(juryId, [enrolmentId]),
    ]);
    expect(answers.map(({ body }) => body.sent).sort()).toEqual([0, 1]);
    await isWritten(juryId);
    expect(await app.db.system.mail.count({ where: { toEmail: email } })).toBe(1);
  });

  it('a candidate of another session is not found, and nobody is written to', async () => {
    const { juryId, enrolmentId } = await decideAndSign();
    const other = await decideAndSign();
    expect((await notify(juryId, [enrolmentId, other.enrolmentId])).status).toBe(404);
    expect(only(await list(juryId)).state).toBe('none');
  });

  it('a decision rectified since makes it outdated; what was sent stays as it was told', async () => {
    const { juryId, enrolmentId } = await decideAndSign();
    await notify(juryId, [enrolmentId]);
    await isWritten(juryId);
    const { decisions } = await office.room(juryId);
    const decisionId = decisions.find(({ blockCode }) => blockCode === 'B2')?.id ?? '';
    const correction = { enrolmentId, blockCode: 'B2', decision: 'acquired', decisionId };
    const body = { motive: 'Deux lignes inversées.', corrections: [correction] };
    await app.call(
      'POST /juries/:juryId/rectifications',
      { params: { juryId }, body },
      coordinator,
    );
    for (const member of [employer, employee]) {
      const { rectifications } = await office.read(juryId, member);
      await app.call(
        'POST /juries/:juryId/minutes/signatures',
        { params: { juryId }, body: { sha256: rectifications[0]?.sha256 ?? '' } },
        member,
      );
    }
    expect(only(await list(juryId))).toMatchObject({ state: 'outdated', result: 'total' });
    const sql = await connectAsApp(app.ownerUrl, centre.id);
    const change = sql.query("update notice set content = '{}'");
    await expect(change).rejects.toThrow(/permission denied/);
    await sql.end();
    await notify(juryId, [enrolmentId]);
    await isWritten(juryId);
    expect(await app.db.system.notice.count({ where: { enrolmentId } })).toBe(2);
  });

  it('the learner finds the last one on their page, and nobody else’s', async () => {
    const { juryId, enrolmentId } = await decideAndSign();
    const learner = await centre.addMember('learner');
    const { personId } = learner;
    await app.db.system.enrolment.updateMany({ where: { id: enrolmentId }, data: { personId } });
    await notify(juryId, [enrolmentId]);
    await isWritten(juryId);
    const { body } = await app.call('GET /progress', {}, learner);
    const noticeId = only(only(body.enrolments).notices).id;
    const download = (by: Member) =>
      app.call('GET /notices/:noticeId/document', { params: { noticeId } }, by);
    expect((await download(learner)).status).toBe(200);
    const stranger = await centre.addMember('learner');
    expect((await download(stranger)).status).toBe(404);
  });
});
