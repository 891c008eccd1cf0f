import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let cohort: CohortRecords;
const learners: Record<'abadie' | 'bonnet' | 'cisse' | 'elAmrani', RecordedLearner> = {} as never;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA Le Mans');
  coordinator = await centre.addMember('coordinator');
  cohort = await CohortRecords.create(app.db, centre);
  learners.elAmrani = await cohort.addLearner('Sofia', 'El Amrani');
  learners.bonnet = await cohort.addLearner('Maxime', 'Bonnet');
  learners.abadie = await cohort.addLearner('Lina', 'Abadie');
  learners.cisse = await cohort.addLearner('Aminata', 'Cissé', { startsOn: '2026-10-05' });
  const { abadie, bonnet, cisse } = learners;
  // The clock stands on 23 November 2026 at 9 h: every half-day is over.
  await cohort.makeReady(abadie);
  await cohort.attend(abadie, cohort.slots);
  await cohort.decide(abadie, 'B1', 'acquired', '2026-06-12');
  await cohort.makeReady(cisse);
  await cohort.attend(
    cisse,
    cohort.slots.filter(({ heldOn }) => heldOn >= '2026-10-05'),
    60,
  );
  await cohort.dispense(cisse, 'B3', 35 * 60);
  await cohort.assess(bonnet, 'B2', '++--');
  await cohort.appraise(bonnet, 'B2', 'mastered');
});
afterAll(() => app.close());

const readBoard = async (member = coordinator, cohortId = cohort.id) =>
  app.call('GET /cohorts/:cohortId/board', { params: { cohortId } }, member);
const lineOf = async ({ enrolmentId }: RecordedLearner) => {
  const { body } = await readBoard();
  const line = body.learners.find((learner) => learner.enrolmentId === enrolmentId);
  if (!line) throw new Error('not on the board');
  return line;
};
const readCell = (learner: RecordedLearner, blockCode: string, cohortId = cohort.id) =>
  app.call(
    'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode',
    { params: { cohortId, enrolmentId: learner.enrolmentId, blockCode } },
    coordinator,
  );

describe('the readiness board', () => {
  it('has a line a learner in French alphabetical order and a cell a block', async () => {
    const { body } = await readBoard();
    expect(body.learners.map(({ familyName }) => familyName)).toEqual([
      'Abadie',
      'Bonnet',
      'Cissé',
      'El Amrani',
    ]);
    expect(body.blocks.map(({ code }) => code)).toEqual(['B1', 'B2', 'B3', 'B4']);
    expect(body.learners.every(({ cells }) => cells.length === 4)).toBe(true);
    expect(body.cohort).toMatchObject({
      name: 'Automne 2026',
      certification: 'RNCP40913',
      totalMinutes: 279 * 60,
    });
    expect(body.jury).toEqual({ on: '2026-12-18', juryId: null });
  });

  it('says ready, acquired with the jury’s day, and who is ready for the jury', async () => {
    const line = await lineOf(learners.abadie);
    expect(line.cells.map(({ label }) => label)).toEqual(['Acquis', 'Prêt', 'Prêt', 'Prêt']);
    expect(line.cells[0]?.fact).toBe('jury du 12/06/2026');
    expect(line).toMatchObject({ isReady: true, isAtRisk: false });
  });

  it('proposes not acquired with the rule in figures', async () => {
    const line = await lineOf(learners.bonnet);
    expect(line.cells[1]).toEqual({
      state: 'not_acquired_proposed',
      label: 'Non acquis proposé',
      fact: '2 sur 4, il en faut 3',
    });
    expect(line).toMatchObject({ isReady: false, isAtRisk: true });
  });

  it('takes dispensed hours off what is due, and off the half-days expected (DOMAIN 5.2)', async () => {
    const line = await lineOf(learners.cisse);
    expect(line).toMatchObject({ waivedMinutes: 35 * 60, dueMinutes: (279 - 35) * 60 });
    expect(line.cells[2]?.fact).toContain('dispense 35 h');
    const expected = cohort.slots.filter(
      ({ heldOn, moduleCode }) => heldOn >= '2026-10-05' && moduleCode !== 'B3-M1',
    );
    const length = expected.reduce((total, { minutes }) => total + minutes, 0);
    expect(line.expectedMinutes).toBe(length);
    expect(line.attendedMinutes).toBe(length - 60 * expected.length);
  });

  it('keeps the hours of a half-day that was cancelled since (attendance outlives the plan)', async () => {
    const before = await lineOf(learners.abadie);
    const slot = cohort.slots[0];
    if (!slot) throw new Error('no slot');
    const where = { centreId_id: { centreId: centre.id, id: slot.id } };
    await app.db.system.slot.update({ where, data: { cancelledAt: new Date() } });
    const after = await lineOf(learners.abadie);
    expect(after.doneMinutes).toBe(before.doneMinutes);
    expect(after.expectedMinutes).toBe(before.expectedMinutes - 210);
    await app.db.system.slot.update({ where, data: { cancelledAt: null } });
  });

  it('counts a half-day as expected once it is over, not before (DOMAIN 8.1 a)', async () => {
    app.clock.set('2026-09-07T12:29:00+02:00');
    expect((await lineOf(learners.bonnet)).expectedMinutes).toBe(0);
    app.clock.set('2026-09-07T12:30:00+02:00');
    expect((await lineOf(learners.bonnet)).expectedMinutes).toBe(210);
    app.clock.set('2026-11-23T09:00:00+01:00');
  });

  it('a decision counts once its jury is closed, and the session tells the next jury', async () => {
    const { juryId } = await cohort.decide(
      learners.elAmrani,
      'B1',
      'acquired',
      '2026-12-04',
      false,
    );
    const line = await lineOf(learners.elAmrani);
    expect(line.cells[0]?.state).not.toBe('acquired');
    expect((await readBoard()).body.jury).toEqual({ on: '2026-12-04', juryId });
  });

  it('a learner who withdrew leaves the board', async () => {
    const gone = await cohort.addLearner('Noé', 'Petit');
    await app.db.system.enrolment.update({
      where: { centreId_id: { centreId: centre.id, id: gone.enrolmentId } },
      data: { state: 'withdrawn' },
    });
    const { body } = await readBoard();
    expect(body.learners.map(({ familyName }) => familyName)).not.toContain('Petit');
  });

  it('a cohort without learners has its heads and no line', async () => {
    const empty = await app.db.system.cohort.create({
      data: {
        centreId: centre.id,
        name: 'Printemps 2027',
        frameworkVersionId: cohort.frameworkVersionId,
        siteId: centre.siteId,
        startsOn: new Date('2027-03-01'),
        weekdays: [1],
        minutesPerDay: 420,
        closedMonths: [],
        capacity: 14,
      },
    });
    const { status, body } = await readBoard(coordinator, empty.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ learners: [], jury: null, cohort: { name: 'Printemps 2027' } });
    expect(body.blocks).toHaveLength(4);
  });
});

describe('who may read it', () => {
  it('the director too; the trainer, tutor, learner and jury member not', async () => {
    expect((await readBoard(await centre.addMember('director'))).status).toBe(200);
    for (const role of ['trainer', 'tutor', 'learner', 'jury_member'] as const)
      expect((await readBoard(await centre.addMember(role))).status).toBe(403);
  });

  it('another centre’s cohort, an unknown one and a malformed id look the same: 404', async () => {
    const other = await (await app.addCentre()).addMember('coordinator');
    expect((await readBoard(other)).status).toBe(404);
    expect((await readBoard(coordinator, uuidv7())).status).toBe(404);
    expect((await readBoard(coordinator, 'pas-un-id')).status).toBe(404);
  });
});

describe('the panel of a cell', () => {
  it('shows the proposal with every reason, its facts and its source', async () => {
    const { body } = await readCell(learners.bonnet, 'B2');
    expect(body.proposal.outcome).toBe('not_acquired');
    expect(body.proposal.reasons[0]).toMatchObject({
      rule: 'assessments.required-count',
      met: false,
      facts: '2 épreuves acquises sur 4, il en faut 3.',
    });
    expect(body.proposal.reasons[0]?.source).toContain('RNCP 40913');
    expect(body.assessments.map(({ state }) => state)).toEqual([
      'acquired',
      'acquired',
      'failed',
      'failed',
    ]);
    expect(body.assessments[2]?.unsatisfied).toEqual([
      'Accueil patient et accompagnement particulier spécifique',
    ]);
  });

  it('says when another attempt is possible, from the learner’s own calendar', async () => {
    app.clock.set('2026-10-01T09:00:00+02:00');
    const { body } = await readCell(learners.bonnet, 'B3');
    app.clock.set('2026-11-23T09:00:00+01:00');
    const evaluation = cohort.slots.find(
      ({ kind, blockCode }) => kind === 'evaluation' && blockCode === 'B3',
    );
    expect(body.nextEvaluationOn).toBe(evaluation?.heldOn);
  });

  it('names the tutor, how to reach them, how late the appraisal is, and the reminders that left', async () => {
    const id = await cohort.appraise(learners.bonnet, 'B1', null, { dueOn: '2026-11-19' });
    const remind = (lead: string, sentAt: Date | null) =>
      app.db.system.mail.create({
        data: {
          centreId: centre.id,
          toEmail: 'dr@test.example',
          toName: 'Dr Ferrand',
          subject: 'Appréciation attendue',
          text: '',
          html: '',
          purpose: 'reminder',
          sentAt,
          reminders: {
            create: {
              kind: 'appraisal_due',
              subjectId: id,
              recipientEmail: 'dr@test.example',
              lead,
              dueOn: new Date('2026-11-19'),
            },
          },
        },
      });
    await remind('-3d', new Date('2026-11-16T08:00:00Z'));
    await remind('+3d', null);
    const { body } = await readCell(learners.bonnet, 'B1');
    expect(body.tutor).toMatchObject({ name: 'Ferrand Bonnet Hélène', phone: '02 43 00 00 00' });
    expect(body.appraisal).toMatchObject({ id, dueOn: '2026-11-19', remindersSent: 1 });
    expect(body.hours.due).toBeGreaterThan(0);
  });

  it('an acquired block keeps the jury’s decision for ever (S1:L176)', async () => {
    const { body } = await readCell(learners.abadie, 'B1');
    expect(body.decisions[0]).toMatchObject({ decision: 'acquired', decidedOn: '2026-06-12' });
    expect(body.advice.kind).toBe('none');
  });

  it('404 for a block that the framework does not have, or another cohort’s learner', async () => {
    expect((await readCell(learners.bonnet, 'B9')).status).toBe(404);
    expect((await readCell(learners.bonnet, 'B1', uuidv7())).status).toBe(404);
  });
});
