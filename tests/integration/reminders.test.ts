import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { eventually } from '../support/eventually.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis.ts';
import { type MailServer, readMailText, startMailServer } from '../support/smtp.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';
import { addCohort, addTutoredLearner } from '../support/tutored-learner.ts';

const backends = ['PostgreSQL', 'Redis'] as const;
if (!hasRedis()) console.warn('Skipped: reminders on Redis, no redis-server on this machine.');

for (const backend of backends) {
  const describeBackend = backend === 'Redis' && !hasRedis() ? describe.skip : describe;

  describeBackend(`reminders through the queue on ${backend}`, () => {
    let redis: RedisServer | null = null;
    let smtp: MailServer;
    let app: TestApp;
    let centre: Centre;
    let coordinator: Member;
    let cohortId: string;

    beforeAll(async () => {
      redis = backend === 'Redis' ? await startRedis() : null;
      smtp = await startMailServer();
      app = await startTestApp({
        redisUrl: redis?.url ?? null,
        smtpUrl: smtp.url,
        runsWorker: true,
      });
      centre = await app.addCentre('afbb');
      coordinator = await centre.addMember('coordinator');
      cohortId = await addCohort(app.db, centre);
    });
    afterAll(async () => {
      await app.close();
      await smtp.stop();
      await redis?.stop();
    });

    const received = (address: string) => smtp.received.filter(({ to }) => to.includes(address));

    /** Asks for an appraisal due on a day. @returns the tutor's address and the appraisal */
    async function ask(dueOn: string) {
      const email = `${uuidv7()}@cabinet.example`;
      const tutorId = await centre.addPerson('Hélène', 'Ferrand', { email });
      const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId });
      const { enrolmentId } = learner;
      const body = {
        cohortId,
        enrolmentIds: [enrolmentId],
        blockCodes: ['B1'],
        dueOn,
        label: 'Fin',
      };
      await app.call('POST /appraisals', { body }, coordinator);
      const { id } = await app.db.system.appraisal.findFirstOrThrow({ where: { enrolmentId } });
      await eventually(() => received(email).length === 1, 'the first mail');
      return { email, id, learner };
    }

    /** A morning of a module of its own, straight in the database. */
    async function addHalfDay(heldOn: string, trainerId: string | null = null) {
      const own = { centreId: centre.id, cohortId };
      const what = { kind: 'training', blockCode: 'B1', moduleCode: 'B1-M1' } as const;
      const run = await app.db.system.moduleRun.create({ data: { ...own, ...what } });
      const when = { heldOn: new Date(heldOn), halfDay: 'morning', startsAt: 540 } as const;
      const slot = await app.db.system.slot.create({
        data: { ...own, ...when, moduleRunId: run.id, minutes: 210, trainerId },
      });
      return { runId: run.id, slotId: slot.id };
    }

    async function enqueue(name: string, payload: object = {}): Promise<string> {
      const id = uuidv7();
      await app.db.system.outboxJob.create({ data: { centreId: centre.id, id, name, payload } });
      return id;
    }

    /** Plans the reminders of the centre, and waits until the plan is through. */
    async function plan(): Promise<void> {
      const probe = await app.db.system.mail.create({
        data: {
          centreId: centre.id,
          toEmail: 'sonde@test.example',
          toName: 'Sonde',
          subject: 'Sonde',
          text: 'Sonde',
          html: 'Sonde',
          purpose: 'test.probe',
        },
      });
      const jobId = await enqueue('reminder.plan-centre');
      await eventually(() => isDone(app, backend, redis, jobId), 'the plan');
      await enqueue('mail.send', { mailId: probe.id });
      await eventually(async () => {
        const waiting = await app.db.system.mail.count({ where: { sentAt: null } });
        return waiting === 0;
      }, 'all mails');
    }

    it('the mail of a request arrives once, by SMTP, with its link', async () => {
      const { email } = await ask('2027-01-29');
      const [mail, ...others] = received(email);
      expect(others).toEqual([]);
      expect(readMailText(mail?.raw ?? '')).toMatch(/http:\/\/localhost:3000\/acces\/[\w-]{43}/);
    });

    it('each reminder goes once per recipient and lead, however often the plan runs', async () => {
      const { email, id } = await ask('2026-12-07');
      await plan();
      await plan();
      expect(received(email)).toHaveLength(2);
      const rows = await app.db.system.reminder.findMany({ where: { subjectId: id } });
      expect(rows.map(({ kind, lead }) => [kind, lead])).toEqual([['appraisal_due', '-14d']]);
      expect(readMailText(received(email)[1]?.raw ?? '')).toContain('/acces/');
    });

    it('the next lead goes on its own day, then the coordinator is told', async () => {
      const { email, id } = await ask('2026-12-08');
      const leadsOf = async () => {
        const rows = await app.db.system.reminder.findMany({
          where: { subjectId: id },
          orderBy: { createdAt: 'asc' },
        });
        return rows.map(({ lead, recipientEmail }) => [lead, recipientEmail]);
      };
      for (const day of ['2026-12-05', '2026-12-11', '2026-12-15']) {
        app.clock.set(`${day}T07:00:00+01:00`);
        await plan();
      }
      app.clock.set('2026-11-23T09:00:00+01:00');
      expect(await leadsOf()).toEqual([
        ['-3d', email],
        ['+3d', email],
        ['+7d', coordinator.email],
      ]);
    });

    it('is quiet once settled', async () => {
      const { email, id } = await ask('2026-12-07');
      await app.db.system.appraisal.updateMany({
        where: { id },
        data: { signedAt: new Date(), signedOn: new Date('2026-11-23'), signerName: 'H. Ferrand' },
      });
      await plan();
      expect(received(email)).toHaveLength(1);
    });

    it('a deadline binds the employer: they are written to, in those words, without a link', async () => {
      const employerEmail = `${uuidv7()}@cabinet.example`;
      await addTutoredLearner(app.db, centre, cohortId, {
        tutorId: null,
        employerEmail,
        hireDate: '2025-02-23',
        birthName: 'Échéance',
      });
      await plan();
      const [mail] = received(employerEmail);
      const text = readMailText(mail?.raw ?? '');
      expect(text).toContain('engage le médecin employeur');
      expect(text).not.toContain('/acces/');
    });

    it('a deadline that a suspension moves starts its reminders afresh', async () => {
      const employerEmail = `${uuidv7()}@cabinet.example`;
      const learner = await addTutoredLearner(app.db, centre, cohortId, {
        tutorId: null,
        employerEmail,
        hireDate: '2025-02-23',
      });
      await plan();
      await app.call(
        'POST /employments/:employmentId/suspensions',
        {
          params: { employmentId: learner.employmentId },
          body: { fromOn: '2026-01-01', toOn: '2026-01-31', motive: 'Arrêt de travail' },
        },
        coordinator,
      );
      await plan();
      expect(received(employerEmail)).toHaveLength(1);
      app.clock.set('2026-12-26T07:00:00+01:00');
      await plan();
      app.clock.set('2026-11-23T09:00:00+01:00');
      const rows = await app.db.system.reminder.findMany({
        where: { subjectId: learner.employmentId, recipientEmail: employerEmail },
        orderBy: { dueOn: 'asc' },
      });
      expect(rows.map(({ dueOn, lead }) => [dueOn.toISOString().slice(0, 10), lead])).toEqual([
        ['2027-02-23', '-3m'],
        ['2027-03-26', '-3m'],
      ]);
    });

    it('a mail that the server refuses says so on its row and in the timeline, until it leaves', async () => {
      const { email, id, learner } = await ask('2027-03-12');
      smtp.refuse('452 Boîte pleine');
      await app.call(
        'POST /appraisals/:appraisalId/link',
        { params: { appraisalId: id } },
        coordinator,
      );
      const where = { toEmail: email, failure: { not: null } };
      await eventually(() => app.db.system.mail.findFirst({ where }), 'the failure');
      const params = { enrolmentId: learner.enrolmentId };
      const { body } = await app.call(
        'GET /enrolments/:enrolmentId/timeline',
        { params },
        coordinator,
      );
      expect(body.past.map(({ detail }) => detail)).toContainEqual(
        expect.stringMatching(/Pas parti : .*Boîte pleine/),
      );
      smtp.refuse(null);
      await eventually(() => received(email).length === 2, 'the second mail');
      await eventually(
        () => app.db.system.mail.count({ where: { ...where, sentAt: null } }).then((n) => n === 0),
        'the mark',
      );
    });

    it('a job enqueued in a transaction that rolls back never runs', async () => {
      const email = `${uuidv7()}@cabinet.example`;
      const actor = { ...coordinator, roles: ['coordinator'] as const, sessionId: 'test' };
      const mailId = uuidv7();
      const failing = app.db.run(actor, async ({ tx, enqueue: later }) => {
        await tx.mail.create({
          data: {
            centreId: centre.id,
            id: mailId,
            toEmail: email,
            toName: 'Personne',
            subject: 'Jamais',
            text: 'Jamais',
            html: 'Jamais',
            purpose: 'test.never',
          },
        });
        later({ name: 'mail.send', payload: { mailId } });
        await tx.$executeRaw`select 1 / 0`;
      });
      await expect(failing).rejects.toThrow();
      await plan();
      expect(
        await app.db.system.outboxJob.count({
          where: { name: 'mail.send', payload: { equals: { mailId } } },
        }),
      ).toBe(0);
      expect(received(email)).toEqual([]);
    });

    it('a relay killed between handing over and marking hands over again: it is sent once', async () => {
      const { email } = await ask('2027-02-26');
      const mail = await app.db.system.mail.findFirstOrThrow({ where: { toEmail: email } });
      const where = { name: 'mail.send', payload: { equals: { mailId: mail.id } } };
      // As if the process had died before its last statements, for the outbox and the mail alike.
      await app.db.system.mail.updateMany({ where: { id: mail.id }, data: { sentAt: null } });
      await app.db.system.outboxJob.updateMany({ where, data: { sentAt: null } });
      await eventually(async () => {
        const row = await app.db.system.outboxJob.findFirst({ where });
        return row?.sentAt !== null;
      }, 'the relay');
      await app.db.system.mail.updateMany({ where: { id: mail.id }, data: { sentAt: new Date() } });
      await plan();
      expect(received(email)).toHaveLength(1);
    });

    it('the timeline shows mails, reminders, actions in words, and what is planned', async () => {
      const { learner } = await ask('2026-12-07');
      await plan();
      const { body } = await app.call(
        'GET /enrolments/:enrolmentId/timeline',
        { params: { enrolmentId: learner.enrolmentId } },
        coordinator,
      );
      const titles = body.past.map(({ title }) => title);
      expect(titles).toContain('Mail : Votre appréciation de Maxime Bonnet');
      expect(titles).toContain('Relance : Appréciation du tuteur attendue');
      expect(titles).toContain('Appréciation demandée au tuteur');
      expect(body.planned[0]).toMatchObject({ on: '2026-12-04', recipient: 'au tuteur' });
      const list = await app.call(
        'GET /reminders',
        { query: { kind: 'appraisal_due' } },
        coordinator,
      );
      expect(list.body.rows.map(({ lead }) => lead)).toContainEqual(
        expect.stringContaining('14 jours avant le 7 décembre 2026'),
      );
    });

    it('a learner is called 15 days before the first half-day of their own path, then 7', async () => {
      const email = `${uuidv7()}@mail.example`;
      const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null, email });
      const { runId } = await addHalfDay('2027-06-15');
      await app.db.system.pathRun.create({
        data: { centreId: centre.id, enrolmentId: learner.enrolmentId, moduleRunId: runId },
      });
      app.clock.set('2027-05-31T07:00:00+02:00');
      await plan();
      app.clock.set('2027-06-08T07:00:00+02:00');
      await plan();
      app.clock.set('2026-11-23T09:00:00+01:00');
      const rows = await app.db.system.reminder.findMany({
        where: { recipientEmail: email, kind: 'convocation' },
        orderBy: { createdAt: 'asc' },
      });
      expect(rows.map(({ lead }) => lead)).toEqual(['-15d', '-7d']);
      const text = readMailText(received(email)[0]?.raw ?? '');
      expect(text).toContain('mardi 15 juin 2027 à 9 h');
      expect(text).toContain('/acces/');
    });

    it('a sheet left unsigned calls its trainer the next day, the office the day after', async () => {
      const trainer = await centre.addMember('trainer');
      const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
      const { runId, slotId } = await addHalfDay('2027-07-06', trainer.personId);
      await app.db.system.pathRun.create({
        data: { centreId: centre.id, enrolmentId: learner.enrolmentId, moduleRunId: runId },
      });
      const leads = async () =>
        (
          await app.db.system.reminder.findMany({
            where: { subjectId: slotId },
            orderBy: { createdAt: 'asc' },
          })
        ).map(({ recipientEmail, lead }) => [recipientEmail, lead]);
      app.clock.set('2027-07-07T07:00:00+02:00');
      await plan();
      expect(await leads()).toEqual([[trainer.email, '+1d']]);
      app.clock.set('2027-07-08T07:00:00+02:00');
      await plan();
      app.clock.set('2026-11-23T09:00:00+01:00');
      expect(await leads()).toEqual([
        [trainer.email, '+1d'],
        [coordinator.email, '+2d'],
      ]);
    });

    it('S4:L40: the copy to the CPAM is asked of who employs the learner on the day of issue', async () => {
      const addressOf = () => `${uuidv7()}@cabinet.example`;
      const [former, current, later] = [addressOf(), addressOf(), addressOf()];
      const learner = await addTutoredLearner(app.db, centre, cohortId, {
        tutorId: null,
        employerEmail: current,
      });
      const own = { centreId: centre.id, personId: learner.personId };
      await app.db.system.employment.createMany({
        data: [
          {
            ...own,
            employerName: 'Ancien cabinet',
            employerEmail: former,
            hireDate: new Date('2025-01-06'),
            endsOn: new Date('2026-05-31'),
          },
          {
            ...own,
            employerName: 'Cabinet suivant',
            employerEmail: later,
            hireDate: new Date('2026-11-18'),
          },
        ],
      });
      await app.db.system.certificate.create({
        data: {
          centreId: centre.id,
          enrolmentId: learner.enrolmentId,
          kind: 'certificate',
          number: `CQP-${learner.enrolmentId}`,
          issuedOn: new Date('2026-11-16'),
          decidedOn: new Date('2026-11-16'),
          reasons: [],
          issuedByUserId: 'test',
        },
      });
      await plan();
      expect([former, current, later].map((address) => received(address).length)).toEqual([
        0, 1, 0,
      ]);
    });

    it('the timeline of another centre’s learner does not exist', async () => {
      const learner = await addTutoredLearner(app.db, centre, cohortId, { tutorId: null });
      const elsewhere = await (await app.addCentre()).addMember('coordinator');
      const answer = await app.call(
        'GET /enrolments/:enrolmentId/timeline',
        { params: { enrolmentId: learner.enrolmentId } },
        elsewhere,
      );
      expect(answer.status).toBe(404);
    });
  });
}

/** Whether the queue has worked a job through, asked of the backend itself. */
async function isDone(
  app: TestApp,
  backend: (typeof backends)[number],
  redis: RedisServer | null,
  jobId: string,
): Promise<boolean> {
  const { Queue, createPostgresBackend, withBackend } = await import('bullmq');
  if (backend === 'Redis' && redis) {
    const { Redis } = await import('ioredis');
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    const queue = new Queue('jalon', { connection });
    const state = await queue.getJobState(jobId);
    await queue.close();
    connection.disconnect();
    return state === 'completed';
  }
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  const queue = new PostgresQueue('jalon', {
    connection: { connectionString: app.ownerUrl, schema: 'jobs', migrate: false, max: 1 },
  });
  const state = await queue.getJobState(jobId);
  await queue.close();
  return state === 'completed';
}
