import { addDays } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type CertificateOffice, openCertificateOffice } from '../support/certified-learner.ts';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let tutor: Member;
let addLearner: CertificateOffice['addLearner'];
let acquire: CertificateOffice['acquire'];

beforeAll(async () => {
  app = await startTestApp();
  ({ centre, coordinator, addLearner, acquire } = await openCertificateOffice(app));
  tutor = await centre.addMember('tutor');
});
afterAll(() => app.close());

const issue = ({ enrolmentId }: Pick<RecordedLearner, 'enrolmentId'>, by = coordinator) =>
  app.call('POST /enrolments/:enrolmentId/certificate', { params: { enrolmentId } }, by);
const read = ({ enrolmentId }: Pick<RecordedLearner, 'enrolmentId'>, by = coordinator) =>
  app.call('GET /enrolments/:enrolmentId/certificate', { params: { enrolmentId } }, by);

describe('a certificate is issued when nothing is missing (S1:L174)', () => {
  it('with a number, the day of the jury and the reasons of that day', async () => {
    const learner = await addLearner();
    await acquire(learner);
    expect((await read(learner)).body.readiness.sentence).toBe('Il ne manque rien.');
    const { body } = await issue(learner);
    expect(body).toMatchObject({
      kind: 'certificate',
      decidedOn: '2026-11-20',
      issuedOn: '2026-11-23',
    });
    expect(body.number).toMatch(/^CQP-2026-\d{4}$/);
    expect(body.reasons.every(({ met }) => met)).toBe(true);
  });

  it('ends the enrolment, and the file says so at its top', async () => {
    const learner = await addLearner();
    await acquire(learner);
    const params = { enrolmentId: learner.enrolmentId };
    const standing = () =>
      app.call('GET /enrolments/:enrolmentId/standing', { params }, coordinator);
    expect((await standing()).body).toMatchObject({
      sentence: 'certificat à délivrer',
      ending: { state: 'ready', label: 'À délivrer' },
      certificate: null,
    });
    const { body } = await issue(learner);
    const file = await app.call('GET /enrolments/:enrolmentId', { params }, coordinator);
    expect(file.body.state).toBe('completed');
    const after = (await standing()).body;
    expect(after).toMatchObject({
      sentence: 'certificat délivré le 23 novembre 2026',
      ending: { state: 'issued', label: 'Délivré', fact: 'le 23/11/2026' },
      certificate: { id: body.id, number: body.number, issuedOn: '2026-11-23' },
    });
    expect(after.blocks.map(({ code, label }) => [code, label])).toEqual(
      ['B1', 'B2', 'B3', 'B4'].map((code) => [code, 'Acquis']),
    );
    const events = await app.db.system.auditEvent.findMany({
      where: { centreId: centre.id, subjectId: learner.enrolmentId },
    });
    expect(events.map(({ action }) => action)).toEqual([
      'certificate.issued',
      'enrolment.completed',
    ]);
  });

  it('not while a block is missing, and the sentence says which', async () => {
    const learner = await addLearner();
    await acquire(learner, '2026-11-20', ['B1', 'B2', 'B3']);
    const answer = await issue(learner);
    expect(answer.status).toBe(422);
    expect(answer.problem.detail).toBe(
      'Il manque : le bloc B4 « Assistance opérationnelle au praticien » : aucun jury ne l’a encore examiné.',
    );
  });

  it('W19: past the end of the registration, the office is told what it means before it issues', async () => {
    const learner = await addLearner();
    await acquire(learner);
    expect((await read(learner)).body.registration).toBeNull();
    app.clock.set('2030-06-26T09:00:00+02:00');
    const { registration } = (await read(learner)).body;
    app.clock.set('2026-11-23T09:00:00+01:00');
    expect(registration).toMatchObject({
      rule: 'certificate.registered-on-issue',
      met: true,
      facts: expect.stringMatching(/RNCP 40913 est échue depuis le 25 juin 2030\. Le niveau reste/),
    });
  });

  it('not with an AFGSU that expires on the very day of the jury (Q6)', async () => {
    const expired = await addLearner({ afgsuOn: '2022-11-20' });
    await acquire(expired);
    expect((await issue(expired)).problem.detail).toContain('expirée depuis le 20 novembre 2026');
    const lastDay = await addLearner({ afgsuOn: '2022-11-21' });
    await acquire(lastDay);
    expect((await issue(lastDay)).status).toBe(200);
  });

  it('once, also by a double click', async () => {
    const learner = await addLearner();
    await acquire(learner);
    const answers = await Promise.all([issue(learner), issue(learner), issue(learner)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('with numbers that two learners at once never share', async () => {
    const learners = [await addLearner(), await addLearner(), await addLearner()];
    for (const learner of learners) await acquire(learner);
    const answers = await Promise.all(learners.map((learner) => issue(learner)));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(3);
  });

  it('as a PDF that stays the same', async () => {
    const learner = await addLearner();
    await acquire(learner);
    const { body } = await issue(learner);
    const download = () =>
      app.call(
        'GET /certificates/:certificateId/document',
        { params: { certificateId: body.id } },
        coordinator,
      );
    const first = await download();
    expect(Buffer.from(first.bytes).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await download()).bytes).toEqual(first.bytes);
  });
});

describe('an IDE, DEAS or DEAP on the FAE ends with an attestation', () => {
  let first: CohortRecords | undefined;
  const startFae = async (name: string) => {
    const cohort = await CohortRecords.create(
      app.db,
      centre,
      first ? { name, like: first } : { name, frameworkCode: 'FAE-112' },
    );
    first = cohort;
    return { cohort, learner: await cohort.addLearner('Inès', 'Delmas') };
  };

  it('once the 112 hours are done and signed (DOMAIN 13)', async () => {
    const { cohort, learner } = await startFae('FAE, hiver');
    expect((await issue(learner)).problem.detail).toBe(
      'Il manque : 112 h de formation : 0 h réalisées sur 112 h.',
    );
    await cohort.record(learner, cohort.slots);
    expect((await issue(learner)).problem.detail).toBe(
      'Il manque : 112 h de formation : 0 h réalisées sur 112 h ; 112 h notées, à signer.',
    );
    await cohort.sign(cohort.slots);
    expect((await issue(learner)).body).toMatchObject({ kind: 'fae_attestation' });
  });

  it('hours of a module dispensed afterwards do not stand for those of another', async () => {
    const { cohort, learner } = await startFae('FAE, été');
    const [dispensed] = cohort.framework.blocks[0]?.modules ?? [];
    const attended = cohort.slots.filter(
      ({ moduleCode }) => moduleCode !== 'FAE-M4' && moduleCode !== 'FAE-M5',
    );
    await cohort.attend(learner, attended);
    await app.db.system.dispensation.create({
      data: {
        centreId: centre.id,
        enrolmentId: learner.enrolmentId,
        blockCode: 'FAE',
        moduleCode: dispensed?.code ?? '',
        state: 'granted',
        requestedMinutes: 35 * 60,
        grantedMinutes: 35 * 60,
      },
    });
    expect((await read(learner)).body.readiness).toMatchObject({
      outcome: 'not_ready',
      sentence:
        'Il manque : 35 h de formation : 77 h réalisées sur 77 h, dont 35 h au-delà de ce que leur module demande.',
    });
  });
});

describe('who sees a certificate', () => {
  it('the learner and the tutor see it; another learner and another tutor do not', async () => {
    const member = await centre.addMember('learner');
    const learner = await addLearner({ tutorId: tutor.personId });
    await app.db.system.membership.updateMany({
      where: { userId: member.userId },
      data: { personId: learner.personId },
    });
    const own = { ...member, personId: learner.personId };
    const strangers = [await centre.addMember('learner'), await centre.addMember('tutor')];
    expect((await read(learner, own)).status).toBe(200);
    expect((await read(learner, tutor)).status).toBe(200);
    for (const stranger of strangers) expect((await read(learner, stranger)).status).toBe(404);
  });

  it('a tutor whose tutee has left the employment sees it no more', async () => {
    const learner = await addLearner({ tutorId: tutor.personId });
    const where = { personId: learner.personId };
    const endOn = (day: string) =>
      app.db.system.employment.updateMany({ where, data: { endsOn: new Date(day) } });
    await endOn(app.clock.today());
    expect((await read(learner, tutor)).status).toBe(200);
    await endOn(addDays(app.clock.today(), -1));
    expect((await read(learner, tutor)).status).toBe(404);
  });

  it('only the office issues', async () => {
    const learner = await addLearner({ tutorId: tutor.personId });
    expect((await issue(learner, tutor)).status).toBe(403);
  });
});

describe('the copy to the CPAM is a task until it is sent (S4:L40)', () => {
  it('is noted once issued, neither before the issue nor in the future', async () => {
    const learner = await addLearner();
    await acquire(learner);
    const { body } = await issue(learner);
    const note = (sentOn: string, replaces: string | null = null) =>
      app.call(
        'PUT /certificates/:certificateId/cpam-copy',
        { params: { certificateId: body.id }, body: { sentOn, replaces } },
        coordinator,
      );
    expect(body.cpamCopySentOn).toBeNull();
    expect((await note('2026-11-22')).problem.errors?.[0]?.pointer).toBe('/sentOn');
    expect((await note('2026-11-24')).problem.errors?.[0]?.pointer).toBe('/sentOn');
    expect((await note('2026-11-23')).status).toBe(200);
    expect((await read(learner)).body.certificate?.cpamCopySentOn).toBe('2026-11-23');
  });

  it('has a letter for each employer of that day, to date and to sign; without one, it says so', async () => {
    const learner = await addLearner();
    await acquire(learner);
    const { body } = await issue(learner);
    const params = { certificateId: body.id };
    const read = (by = coordinator) =>
      app.call('GET /certificates/:certificateId/cpam-letter', { params }, by);
    await app.db.system.employment.deleteMany({ where: { personId: learner.personId } });
    expect((await read()).problem.detail).toMatch('Aucun employeur n’est noté');
    await app.db.system.employment.createMany({
      data: ['Cabinet Roussel', 'Maison de santé des Halles'].map((employerName) => ({
        centreId: centre.id,
        personId: learner.personId,
        employerName,
        hireDate: new Date('2025-09-01'),
      })),
    });
    const file = await read();
    const pdf = await getDocumentProxy(new Uint8Array(file.bytes));
    const { text, totalPages } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(2);
    for (const words of ['Cabinet Roussel', 'Maison de santé des Halles', body.number])
      expect(text).toMatch(words);
    expect((await read(tutor)).status).toBe(403);
  });

  it('two people note it at once: the second is told what the first one noted', async () => {
    const learner = await addLearner();
    await acquire(learner);
    const { body } = await issue(learner);
    app.clock.set('2026-11-25T09:00:00+01:00');
    const note = (sentOn: string, replaces: string | null) =>
      app.call(
        'PUT /certificates/:certificateId/cpam-copy',
        { params: { certificateId: body.id }, body: { sentOn, replaces } },
        coordinator,
      );
    expect((await note('2026-11-24', null)).status).toBe(200);
    const { status, problem } = await note('2026-11-25', null);
    expect([status, problem.code, problem.current]).toEqual([
      409,
      'edited_meanwhile',
      { sentOn: '2026-11-24' },
    ]);
    expect((await note('2026-11-25', '2026-11-24')).status).toBe(200);
    app.clock.set('2026-11-23T09:00:00+01:00');
    expect((await read(learner)).body.certificate?.cpamCopySentOn).toBe('2026-11-25');
  });
});

describe('a certificate stands as it was issued', () => {
  it('refuses a change of its number or reasons, whoever asks the database', async () => {
    const learner = await addLearner();
    await acquire(learner);
    const { body } = await issue(learner);
    const where = { centreId_id: { centreId: centre.id, id: body.id } };
    await expect(
      app.db.system.certificate.update({ where, data: { number: 'CQP-2026-9999' } }),
    ).rejects.toThrow();
  });
});
