import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppraisalOffice } from '../support/appraisal-office.ts';
import type { Member } from '../support/centre-builder.ts';
import { connectAsApp } from '../support/sql-client.ts';
import type { TutoredLearner } from '../support/tutored-learner.ts';

const today = '2026-11-23';
let office: AppraisalOffice;
let trainer: Member;

beforeAll(async () => {
  office = await AppraisalOffice.start();
  trainer = await office.centre.addMember('trainer', { givenName: 'Paul', birthName: 'Roy' });
});
afterAll(() => office.app.close());

const enter = () => office.enterLearner();
const open = (
  { enrolmentId }: TutoredLearner,
  { by = office.coordinator, ...more }: { by?: Member; heldOn?: string; trainerId?: string } = {},
) => {
  const body = { enrolmentId, heldOn: today, trainerId: trainer.personId, ...more };
  return office.app.call('POST /joint-reviews', { body }, by);
};
const look = (jointReviewId: string, by = office.coordinator) =>
  office.app.call('GET /joint-reviews/:jointReviewId', { params: { jointReviewId } }, by);
const partOf = async (jointReviewId: string, by: Member): Promise<string> => {
  const { id } = await office.app.db.system.jointReviewPart.findFirstOrThrow({
    where: { jointReviewId, personId: by.personId },
  });
  return id;
};
const read = (jointReviewPartId: string, by: Member) =>
  office.app.call(
    'GET /joint-review-parts/:jointReviewPartId',
    { params: { jointReviewPartId } },
    by,
  );
const save = (jointReviewPartId: string, by: Member, comment: string, revision = 1) =>
  office.app.call(
    'PUT /joint-review-parts/:jointReviewPartId',
    { params: { jointReviewPartId }, body: { comment, revision } },
    by,
  );
const sign = (jointReviewPartId: string, by: Member, revision: number, confirmedName = by.name) =>
  office.app.call(
    'POST /joint-review-parts/:jointReviewPartId/signature',
    { params: { jointReviewPartId }, body: { revision, confirmedName } },
    by,
  );
const remind = (jointReviewId: string, by = office.coordinator) =>
  office.app.call(
    'POST /joint-reviews/:jointReviewId/reminders',
    { params: { jointReviewId } },
    by,
  );

async function signOwn(jointReviewId: string, by: Member, comment: string): Promise<void> {
  const id = await partOf(jointReviewId, by);
  const { body } = await save(id, by, comment);
  expect((await sign(id, by, body.revision)).status).toBe(200);
}

/** A review that all three have signed. */
async function signAll(learner: TutoredLearner, self: Member): Promise<string> {
  const { id } = (await open(learner)).body;
  for (const by of [office.tutor, trainer, self]) await signOwn(id, by, `Vu par ${by.name}.`);
  return id;
}

const mailsTo = ({ personId }: Member, purpose: string) =>
  office.app.db.system.mail.findMany({ where: { personId, purpose } });

describe('what waits for a signature is in the morning', () => {
  const rowOf = async (jointReviewId: string, by: Member) => {
    const { body } = await office.app.call('GET /home', {}, by);
    const rows = [...body.late, ...body.toDo].filter(({ kind }) => kind === 'review');
    const acts = rows.map(({ action, fact }) => ({ ...action, fact }));
    const parts = office.app.db.system.jointReviewPart.findMany({ where: { jointReviewId } });
    const targets = new Set([jointReviewId, ...(await parts).map(({ id }) => id)]);
    return acts.find(({ targetId }) => targetId !== undefined && targets.has(targetId));
  };
  const countAppraisals = async () => {
    const { body } = await office.app.call('GET /home', {}, office.coordinator);
    return body.menu.find(({ entry }) => entry === 'appraisals')?.count ?? 0;
  };

  it('of the office and of the director, until all three have signed', async () => {
    const { learner, self } = await enter();
    const before = await countAppraisals();
    const { id } = (await open(learner)).body;
    expect(await countAppraisals()).toBe(before + 1);
    for (const by of [office.coordinator, office.director])
      expect(await rowOf(id, by)).toMatchObject({ act: 'read_review', targetId: id });
    await signOwn(id, office.tutor, 'À l’aise.');
    await signOwn(id, trainer, 'Régulière.');
    expect((await rowOf(id, office.coordinator))?.fact).toMatch(/^il manque la signature d/);
    await signOwn(id, self, 'Bien.');
    expect(await rowOf(id, office.coordinator)).toBeUndefined();
    expect(await countAppraisals()).toBe(before);
  });

  it('and the journal names the learner of each of its acts', async () => {
    const { learner, self } = await enter();
    const { id } = (await open(learner)).body;
    await signOwn(id, self, 'Bien.');
    const { body } = await office.app.call('GET /audit-events', { query: {} }, office.coordinator);
    const own = body.rows.filter(({ place }) => place?.id === learner.enrolmentId);
    expect(own.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['joint-review.opened', 'joint-review.saved', 'joint-review.signed']),
    );
  });

  it('not before its day; and it leads whoever also signs to their own words', async () => {
    const both = await office.centre.addMember('coordinator');
    await office.app.db.system.membership.create({
      data: {
        centreId: both.centreId,
        userId: both.userId,
        personId: both.personId,
        role: 'trainer',
      },
    });
    const later = await enter();
    const { id: ahead } = (await open(later.learner, { heldOn: '2026-11-30' })).body;
    expect(await rowOf(ahead, office.coordinator)).toBeUndefined();
    const { learner } = await enter();
    const { id } = (await open(learner, { trainerId: both.personId })).body;
    const targetId = await partOf(id, both);
    expect(await rowOf(id, both)).toMatchObject({ act: 'sign_review', targetId });
  });
});

describe('a joint review is opened', () => {
  it('for a learner and a day: three blank parts, and one mail to each of the three', async () => {
    const { learner, self } = await enter();
    const opened = await open(learner);
    expect(opened.body).toMatchObject({ mails: 3, unreachable: [] });
    const { body } = await look(opened.body.id);
    expect(body.state).toBe('open');
    expect(body.parts.map(({ role, comment, signedOn }) => [role, comment, signedOn])).toEqual([
      ['tutor', null, null],
      ['trainer', null, null],
      ['learner', null, null],
    ]);
    expect(await mailsTo(self, 'joint-review.asked')).toHaveLength(1);
    const own = await read(await partOf(opened.body.id, self), self);
    expect(own.body.part).toMatchObject({ comment: '', signedOn: null, closed: null });
  });

  it('one at a time, with a tutor in post, by a trainer of the centre, of their own learners', async () => {
    const { learner } = await enter();
    await open(learner);
    const twice = await open(learner);
    expect(twice.problem.errors?.[0]).toMatchObject({ pointer: '/enrolmentId' });
    const alone = await office.addLearner(null);
    expect((await open(alone)).problem.detail).toContain('Aucun tuteur n’est en poste');
    const other = (await enter()).learner;
    const stranger = await open(other, { trainerId: office.tutor.personId });
    expect(stranger.problem.errors?.[0]?.pointer).toBe('/trainerId');
    expect((await open(other, { by: trainer })).status).toBe(404);
    expect((await open(other, { by: office.tutor })).status).toBe(403);
    expect((await open(other, { by: office.director })).status).toBe(403);
  });

  it('by the trainer who teaches the learner, in their own name only', async () => {
    const { learner } = await enter();
    await teach(learner, trainer);
    const colleague = await office.centre.addMember('trainer');
    const forAnother = await open(learner, { by: trainer, trainerId: colleague.personId });
    expect(forAnother.problem.errors?.[0]?.pointer).toBe('/trainerId');
    const { status, body } = await open(learner, { by: trainer });
    expect(status).toBe(200);
    expect((await remind(body.id, colleague)).status).toBe(404);
  });
});

describe('each writes their own part, and nobody another’s', () => {
  it('a draft is kept, is nobody else’s to read, and a stale one is compared', async () => {
    const { learner, self } = await enter();
    const { id } = (await open(learner)).body;
    const partId = await partOf(id, office.tutor);
    const saved = await save(partId, office.tutor, 'Mme Durand est contente.');
    expect(saved.body.warnings[0]?.excerpt).toContain('Durand');
    const stale = await save(partId, office.tutor, 'Autre.');
    expect([stale.status, stale.problem.code]).toEqual([409, 'edited_meanwhile']);
    expect(JSON.stringify((await look(id)).body)).not.toContain('Durand');
    const seenByLearner = await read(await partOf(id, self), self);
    expect(JSON.stringify(seenByLearner.body)).not.toContain('Durand');
    for (const other of [self, trainer])
      expect([
        (await read(partId, other)).status,
        (await save(partId, other, 'À sa place.', 2)).status,
        (await sign(partId, other, 2)).status,
      ]).toEqual([404, 404, 404]);
    expect((await save(partId, office.coordinator, 'À sa place.', 2)).status).toBe(403);
  });

  it('is signed with words, by oneself, from the day of the review on', async () => {
    const { learner } = await enter();
    const { id } = (await open(learner)).body;
    const partId = await partOf(id, office.tutor);
    const blank = await sign(partId, office.tutor, 1);
    expect(blank.problem.errors?.[0]?.pointer).toBe('/comment');
    await save(partId, office.tutor, 'Très à l’aise au téléphone.');
    const forAnother = await sign(partId, office.tutor, 2, 'Paul Roy');
    expect(forAnother.problem.errors?.[0]?.pointer).toBe('/confirmedName');
    const later = (await enter()).learner;
    const planned = (await open(later, { heldOn: '2026-12-01' })).body.id;
    const plannedPart = await partOf(planned, office.tutor);
    await save(plannedPart, office.tutor, 'Préparé.');
    const early = await sign(plannedPart, office.tutor, 2);
    expect(early.problem.detail).toContain('à partir de ce jour');
  });

  it('signed by the three, it never changes, not even by SQL; a new one of its day replaces it', async () => {
    const { learner, self } = await enter();
    const first = await signAll(learner, self);
    const { body } = await look(first);
    expect(body.state).toBe('signed');
    expect(body.parts.map(({ comment }) => comment)).toContain(`Vu par ${self.name}.`);
    expect((await remind(first)).problem.code).toBe('already_signed');
    const client = await connectAsApp(office.app.ownerUrl, office.centre.id);
    for (const statement of [
      `update joint_review_part set comment = 'autre' where joint_review_id = $1`,
      'update joint_review set withdrawn_at = now() where id = $1',
      'delete from joint_review_part where joint_review_id = $1',
      'delete from joint_review where id = $1',
    ])
      await expect(client.query(statement, [first])).rejects.toMatchObject({
        code: expect.stringMatching(/^(JL001|42501)$/),
      });
    const second = (await open(learner)).body.id;
    await expect(
      client.query('update joint_review set signed_at = now() where id = $1', [second]),
    ).rejects.toMatchObject({ code: 'JL001' });
    await client.end();
    expect((await look(first)).body.state).toBe('signed');
    for (const by of [office.tutor, trainer, self]) await signOwn(second, by, 'Revu.');
    expect((await look(first)).body.state).toBe('superseded');
    expect((await look(second)).body.state).toBe('signed');
  });

  it('two who sign at once complete it once', async () => {
    const { learner, self } = await enter();
    const { id } = (await open(learner)).body;
    await signOwn(id, office.tutor, 'Bien.');
    const parts = [
      { by: trainer, partId: await partOf(id, trainer) },
      { by: self, partId: await partOf(id, self) },
    ];
    for (const { by, partId } of parts) await save(partId, by, 'Bien.');
    const signed = await Promise.all(parts.map(({ by, partId }) => sign(partId, by, 2)));
    expect(signed.map(({ status }) => status)).toEqual([200, 200]);
    expect((await look(id)).body.state).toBe('signed');
    const acts = await office.app.db.system.auditEvent.count({
      where: { action: 'joint-review.completed', subjectId: id },
    });
    expect(acts).toBe(1);
  });
});

describe('what is known is shown side by side', () => {
  it('the tutor’s last word, the one before, and the learner’s own; what came later is not', async () => {
    const { learner, self } = await enter();
    await office.signWhole(await office.ask(learner), 'in_progress');
    await office.signWhole(await office.ask(learner), 'mastered');
    const params = { enrolmentId: learner.enrolmentId };
    const { id: selfId } = (
      await office.app.call(
        'POST /enrolments/:enrolmentId/self-assessments',
        { params, body: { blockCode: 'B2' } },
        self,
      )
    ).body;
    const answers = { ratings: office.allAt('not_acquired'), comments: {}, comment: '' };
    const ofSelf = { params: { selfAssessmentId: selfId } };
    await office.app.call(
      'PUT /self-assessments/:selfAssessmentId',
      { ...ofSelf, body: { ...answers, revision: 1 } },
      self,
    );
    await office.app.call(
      'POST /self-assessments/:selfAssessmentId/sending',
      { ...ofSelf, body: { revision: 2 } },
      self,
    );
    const id = await signAll(learner, self);
    const evidenceOf = async () => (await look(id)).body.evidence;
    expect(await evidenceOf()).toMatchObject([
      {
        block: { code: 'B2' },
        competences: office.codesOf('B2').map((code) => ({
          code,
          previous: 'in_progress',
          last: 'mastered',
          own: 'not_acquired',
        })),
      },
    ]);
    const before = await evidenceOf();
    office.app.clock.set('2026-11-23T10:00:00+01:00');
    await office.signWhole(await office.ask(learner), 'not_acquired');
    office.app.clock.set('2026-11-23T09:00:00+01:00');
    expect(await evidenceOf()).toEqual(before);
  });
});

describe('the jury’s file', () => {
  it('holds the reviews that all three have signed, and no other', async () => {
    const { learner, self } = await enter();
    await signAll(learner, self);
    await open(learner, { heldOn: '2026-11-24' });
    const { system } = office.app.db;
    const own = { centreId: office.centre.id };
    const { frameworkVersionId } = await system.cohort.findFirstOrThrow({ where: own });
    const session = await system.jurySession.create({
      data: { ...own, frameworkVersionId, heldOn: new Date('2026-12-10'), place: 'Paris' },
    });
    const { enrolmentId } = learner;
    const ofSession = { ...own, jurySessionId: session.id };
    await system.juryCandidate.create({ data: { ...ofSession, enrolmentId, position: 1 } });
    const { body } = await office.app.call(
      'GET /juries/:juryId/candidates/:enrolmentId',
      { params: { juryId: session.id, enrolmentId } },
      office.coordinator,
    );
    expect(body.jointReviews.map(({ heldOn }) => heldOn)).toEqual([today]);
    expect(body.jointReviews[0]?.parts.map(({ role, comment }) => [role, comment])).toEqual([
      ['tutor', `Vu par ${office.tutor.name}.`],
      ['trainer', `Vu par ${trainer.name}.`],
      ['learner', `Vu par ${self.name}.`],
    ]);
  });
});

describe('a change of tutor', () => {
  it('leaves what was written, and the tutor in post signs', async () => {
    const { learner } = await enter();
    const { id } = (await open(learner)).body;
    const partId = await partOf(id, office.tutor);
    await save(partId, office.tutor, 'Commencé.');
    const next = await office.centre.addMember('tutor', { givenName: 'Jean', birthName: 'Roux' });
    await office.changeEmployment(learner, { tutorId: next.personId });
    expect((await look(id)).body.handOverTo).toBe('Jean Roux');
    expect((await sign(partId, office.tutor, 2)).problem.detail).toContain('a un autre tuteur');
    expect((await remind(id)).body.sentTo).toContain('Jean Roux');
    expect((await read(partId, office.tutor)).body.part).toMatchObject({ comment: 'Commencé.' });
    await signOwn(id, next, 'Je reprends.');
    const { parts, handOverTo } = (await look(id)).body;
    expect(handOverTo).toBeNull();
    expect(parts.map(({ name, isHandedOver, comment }) => [name, isHandedOver, comment])).toEqual([
      ['Jean Roux', false, 'Je reprends.'],
      [trainer.name, false, null],
      ['Lina Abadie', false, null],
      [office.tutor.name, true, null],
    ]);
  });

  it('after the signature changes nothing: whoever was in post has signed', async () => {
    const { learner } = await enter();
    const { id } = (await open(learner)).body;
    await signOwn(id, office.tutor, 'Signé à temps.');
    const next = await office.centre.addMember('tutor');
    await office.changeEmployment(learner, { tutorId: next.personId });
    expect((await look(id)).body.handOverTo).toBeNull();
    expect((await remind(id)).body.sentTo).toEqual([trainer.name, 'Lina Abadie']);
  });
});

describe('a review that is withdrawn or left unfinished', () => {
  it('awaits nobody, and another may be opened', async () => {
    const { learner, self } = await enter();
    const { id } = (await open(learner)).body;
    const partId = await partOf(id, self);
    await office.app.call(
      'DELETE /joint-reviews/:jointReviewId',
      { params: { jointReviewId: id } },
      office.coordinator,
    );
    expect((await look(id)).body.state).toBe('ended');
    expect((await save(partId, self, 'Trop tard.')).problem.detail).toContain('a retiré');
    expect((await read(partId, self)).body.part.closed).toContain('a retiré');
    const { parts } = (await office.app.call('GET /joint-review-parts', {}, self)).body;
    expect(parts.map(({ isAwaited }) => isAwaited)).toEqual([false]);
    expect((await open(learner)).status).toBe(200);
  });
});

/** A half-day of the trainer on the learner's path. */
async function teach({ enrolmentId }: TutoredLearner, { personId }: Member): Promise<void> {
  const { system } = office.app.db;
  const own = { centreId: office.centre.id };
  const ofCohort = { ...own, cohortId: office.cohortId };
  const run = await system.moduleRun.create({
    data: { ...ofCohort, kind: 'training', blockCode: 'B1', moduleCode: 'B1-M1' },
  });
  await system.slot.create({
    data: {
      ...ofCohort,
      moduleRunId: run.id,
      trainerId: personId,
      heldOn: new Date('2026-10-05'),
      halfDay: 'morning',
      startsAt: 540,
      minutes: 210,
    },
  });
  await system.pathRun.create({ data: { ...own, enrolmentId, moduleRunId: run.id } });
}
