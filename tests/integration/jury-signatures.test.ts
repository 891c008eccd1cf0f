import { describe, expect, it } from '@jest/globals';
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

openJuryOffice();

/** A closed session of one candidate, its minutes not signed. */
async function close() {
  const prepared = await office.prepare([{ tutorId: null }]);
  await office.decideAll(prepared.juryId, only(prepared.learners));
  const { body } = await office.close(prepared.juryId);
  return { ...prepared, sha256: body.minutes?.sha256 ?? '', memberOf: memberOf(body) };
}

type Session = Awaited<ReturnType<typeof office.read>>;
const memberOf =
  ({ members }: Session) =>
  ({ personId }: Pick<Member, 'personId'>): string =>
    members.find((one) => one.personId === personId)?.id ?? '';

const sign = (juryId: string, sha256: string, by: Member | null) =>
  app.call('POST /juries/:juryId/minutes/signatures', { params: { juryId }, body: { sha256 } }, by);
const notePaper = (juryId: string, body: Record<string, unknown>, by = coordinator) =>
  app.call(
    'POST /juries/:juryId/minutes/paper-signatures',
    { params: { juryId }, body: { signedOn: '2026-11-23', note: 'classeur « Jurys »', ...body } },
    by,
  );
const mailsTo = async ({ personId }: Member, purpose = 'minutes.signature-asked') =>
  app.db.system.mail.count({ where: { personId, purpose } });

describe('each member signs the minutes for themselves (DOMAIN 4.6, W38)', () => {
  it('the closing asks each of them by mail, and the page says whose signature is missing', async () => {
    const before = await mailsTo(employer);
    const { juryId } = await close();
    expect(await mailsTo(employer)).toBe(before + 1);
    const { minutes } = await office.read(juryId, employee);
    expect(minutes?.sentence).toBe(
      '0 signature sur 2 : Dupuis Marc, Lenoir Julie n’ont pas encore signé.',
    );
    expect(minutes?.mustSign).toBe(true);
    expect((await office.read(juryId)).minutes?.mustSign).toBe(false);
  });

  it('a certificate may be issued meanwhile, and the office is told who has not signed (ADR 12)', async () => {
    const { juryId, sha256, learners } = await close();
    const params = { enrolmentId: only(learners).enrolmentId };
    const read = async () =>
      (await app.call('GET /enrolments/:enrolmentId/certificate', { params }, coordinator)).body;
    const waiting = {
      rule: 'certificate.minutes-signed',
      met: false,
      facts:
        'Procès-verbal du jury du 23 novembre 2026 non encore signé par Dupuis Marc et Lenoir Julie.',
      source: 'DOMAIN 4.6',
    };
    expect(await read()).toMatchObject({
      readiness: { outcome: 'ready' },
      unsignedMinutes: waiting,
    });
    const issued = await app.call(
      'POST /enrolments/:enrolmentId/certificate',
      { params },
      coordinator,
    );
    expect(issued.status).toBe(200);
    await sign(juryId, sha256, employer);
    expect((await read()).unsignedMinutes?.facts).toMatch(/non encore signé par Lenoir Julie\.$/);
    await sign(juryId, sha256, employee);
    expect((await read()).unsignedMinutes).toBeNull();
  });

  it('a call that can reach nobody is not noted in the journal', async () => {
    const { juryId } = await close();
    const asked = () =>
      app.db.system.auditEvent.count({
        where: { action: 'minutes.signature-asked', subjectId: juryId },
      });
    expect(await asked()).toBe(1);
    const ids = [employer.personId, employee.personId];
    const mails = await app.db.system.person.findMany({ where: { id: { in: ids } } });
    await app.db.system.person.updateMany({ where: { id: { in: ids } }, data: { email: null } });
    const { body } = await app.call(
      'POST /juries/:juryId/minutes/reminders',
      { params: { juryId } },
      coordinator,
    );
    for (const { id, email } of mails)
      await app.db.system.person.updateMany({ where: { id }, data: { email } });
    expect([body.sent, await asked()]).toEqual([0, 1]);
  });

  it('the place, the device, the time and the hash of what was signed are kept', async () => {
    const { juryId, sha256, memberOf: member } = await close();
    const { body, status } = await sign(juryId, sha256, employer);
    expect(status).toBe(200);
    expect(body.minutes?.sentence).toBe('1 signature sur 2 : Lenoir Julie n’a pas encore signé.');
    const row = await app.db.system.jurySignature.findFirstOrThrow({
      where: { memberId: member(employer) },
      include: { minutes: true },
    });
    expect(row).toMatchObject({
      method: 'own',
      writtenByUserId: employer.userId,
      ipAddress: '127.0.0.1',
      contentSha256: row.minutes.contentSha256,
    });
    expect(row.userAgent).not.toBe('');
    const [{ hash } = { hash: '' }] = await app.db.system.$queryRaw<{ hash: string }[]>`
      select encode(sha256(convert_to(content::text, 'UTF8')), 'hex') as hash
        from jury_minutes where jury_session_id = ${juryId}::uuid`;
    expect(row.contentSha256).toBe(hash);
  });

  it('is refused to whoever did not sit, twice, or over something else than what was read', async () => {
    const { juryId, sha256 } = await close();
    expect((await sign(juryId, sha256, coordinator)).problem.detail).toContain(
      'vous n’en êtes pas',
    );
    expect((await sign(juryId, 'b'.repeat(64), employer)).problem.errors?.[0]?.pointer).toBe(
      '/sha256',
    );
    await sign(juryId, sha256, employer);
    expect((await sign(juryId, sha256, employer)).problem.detail).toContain('a déjà signé');
    const { juryId: open } = await office.prepare();
    expect((await sign(open, sha256, employer)).problem.detail).toContain('n’est pas close');
  });

  it('on paper, the office notes it as such; a member notes nobody else’s', async () => {
    const { juryId, sha256, memberOf: member } = await close();
    const memberId = member(employee);
    expect((await notePaper(juryId, { memberId }, employer)).status).toBe(403);
    const early = await notePaper(juryId, { memberId, signedOn: '2026-11-22' });
    expect(early.problem.errors?.[0]?.pointer).toBe('/signedOn');
    await sign(juryId, sha256, employer);
    const { body } = await notePaper(juryId, { memberId });
    expect(body.minutes).toMatchObject({
      isSigned: true,
      sentence: 'Les 2 membres présents ont signé.',
      signers: [
        { method: 'own', sentence: 'Signé le 23 novembre 2026 à 9 h, par la personne elle-même.' },
        {
          method: 'paper',
          sentence:
            'Signé sur papier le 23 novembre 2026, noté par Morvan Claire. Original : classeur « Jurys ».',
        },
      ],
    });
  });

  it('only those who have not signed are written to again', async () => {
    const { juryId, params, sha256 } = await close();
    await sign(juryId, sha256, employer);
    const before = [await mailsTo(employer), await mailsTo(employee)];
    const { body } = await app.call(
      'POST /juries/:juryId/minutes/reminders',
      { params },
      coordinator,
    );
    expect(body.sent).toBe(1);
    expect([await mailsTo(employer), await mailsTo(employee)]).toEqual([
      before[0],
      (before[1] ?? 0) + 1,
    ]);
  });

  it('the PDF carries the signatures given so far, and is kept once all are', async () => {
    const { juryId, params, sha256 } = await close();
    const draw = async () =>
      (await app.call('GET /juries/:juryId/minutes', { params }, coordinator)).bytes;
    const closed = await draw();
    await sign(juryId, sha256, employer);
    expect(Buffer.compare(await draw(), closed)).not.toBe(0);
    await sign(juryId, sha256, employee);
    expect(Buffer.compare(await draw(), await draw())).toBe(0);
    const { id: subjectId } = await app.db.system.juryMinutes.findFirstOrThrow({
      where: { jurySessionId: juryId },
    });
    expect(await app.db.system.document.count({ where: { subjectId } })).toBe(1);
  });
});

describe('what is signed never changes, by SQL as the application’s role either', () => {
  it('refuses to change, remove or forge a signature', async () => {
    const { juryId, sha256, memberOf: member } = await close();
    await sign(juryId, sha256, employer);
    const sql = await connectAsApp(app.ownerUrl, centre.id);
    const insert = (memberId: string, hash: string, userId: string) =>
      `insert into jury_signature (centre_id, id, minutes_id, member_id, method, signed_on, content_sha256, written_by_user_id, created_at)
       select centre_id, gen_random_uuid(), id, '${memberId}', 'own', current_date, '${hash}', '${userId}', now()
         from jury_minutes where jury_session_id = $1`;
    const { members } = await office.read(juryId);
    const elsewhere = await close();
    const attempts = [
      `update jury_signature set signed_on = '2020-01-01'
        where minutes_id in (select id from jury_minutes where jury_session_id = $1)`,
      `delete from jury_signature
        where minutes_id in (select id from jury_minutes where jury_session_id = $1)`,
      `update jury_minutes set content_sha256 = 'x' where jury_session_id = $1`,
      insert(member(employee), sha256, coordinator.userId),
      insert(member(employee), 'c'.repeat(64), employee.userId),
      insert(elsewhere.memberOf(employee), sha256, employee.userId),
    ];
    expect(members).toHaveLength(2);
    for (const attempt of attempts)
      await expect(sql.query(attempt, [juryId])).rejects.toThrow(
        /permission denied|append-only|nobody signs|as they stand|those who were present/,
      );
    await sql.end();
  });
});
