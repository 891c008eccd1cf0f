import { countedMinutes } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRecords, type RecordedLearner } from '../support/cohort-records.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let lina: Member;
let cohort: CohortRecords;
let learner: RecordedLearner;

/** Lina attends half of her path, some of it unsigned; a part of a block and a module are dispensed. */
beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('CFA Le Mans');
  coordinator = await centre.addMember('coordinator');
  lina = await centre.addMember('learner', { givenName: 'Lina', birthName: 'Abadie' });
  cohort = await CohortRecords.create(app.db, centre);
  learner = await cohort.addLearner('Lina', 'Abadie', {
    personId: lina.personId,
    startsOn: '2026-09-14',
  });
  await cohort.attend(learner, cohort.slots.slice(0, 30), 20);
  await cohort.record(learner, cohort.slots.slice(30, 37));
  await cohort.dispense(learner, 'B3', 35 * 60);
  await cohort.dispense(learner, 'B1', 10 * 60, 'partial');
});
afterAll(() => app.close());

const readHours = async () => {
  const { enrolmentId } = learner;
  return (
    await app.call('GET /enrolments/:enrolmentId/hours', { params: { enrolmentId } }, coordinator)
  ).body;
};
const readLine = async () => {
  const params = { cohortId: cohort.id };
  const { body } = await app.call('GET /cohorts/:cohortId/board', { params }, coordinator);
  const [line] = body.learners;
  if (!line) throw new Error('not on the board');
  return line;
};
const readCell = async (blockCode: string) => {
  const params = { cohortId: cohort.id, enrolmentId: learner.enrolmentId, blockCode };
  const route = 'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode';
  return (await app.call(route, { params }, coordinator)).body;
};

describe('DOMAIN 13: one learner’s hours are the same on every page', () => {
  it('signed hours are done; recorded ones wait for the signature and are told apart', async () => {
    const { total, recorded } = await readHours();
    const signed = recorded.filter(({ isSigned }) => isSigned);
    const waiting = recorded.filter(({ isSigned }) => !isSigned);
    const sum = (rows: typeof recorded) => rows.reduce((all, row) => all + row.minutesDone, 0);
    expect([signed.length, waiting.length]).toEqual([30, 7]);
    expect(total).toMatchObject({ done: sum(signed), unsigned: sum(waiting) });
    expect(total.due).toBe((279 - 45) * 60);
  });

  it('the board, its panel, the learner’s page, the file and the certificate agree', async () => {
    const { total, rate, expectedMinutes, attendedMinutes, blocks } = await readHours();
    expect(await readLine()).toMatchObject({
      doneMinutes: countedMinutes(total),
      dueMinutes: total.due,
      waivedMinutes: total.waived,
      unsignedMinutes: total.unsigned,
      expectedMinutes,
      attendedMinutes,
    });
    const [own] = (await app.call('GET /progress', {}, lina)).body.enrolments;
    expect(own).toMatchObject({
      doneMinutes: countedMinutes(total),
      dueMinutes: total.due,
      unsignedMinutes: total.unsigned,
      rate,
    });
    for (const [index, block] of blocks.entries()) {
      const { blockCode, due, waived, unsigned } = block;
      const done = countedMinutes(block);
      expect((await readCell(blockCode)).hours).toEqual({ due, done, waived, unsigned });
      expect(own?.blocks[index]).toMatchObject({ dueMinutes: due, doneMinutes: done });
    }
    const { body: home } = await app.call('GET /home', {}, coordinator);
    expect(home.cohorts[0]).toMatchObject({
      dueMinutes: total.due,
      doneMinutes: countedMinutes(total),
    });
  });

  it('the rate stands on the half-days of the file: recorded or not, never a dispensed one', async () => {
    const { recorded, unrecorded, expectedMinutes } = await readHours();
    const dispensed = cohort.slots.filter(({ moduleCode }) => moduleCode === 'B3-M1');
    const lastOfB1 = cohort.slots
      .filter(({ blockCode, kind }) => blockCode === 'B1' && kind === 'training')
      .slice(-2);
    const off = new Set([...dispensed, ...lastOfB1].map(({ id }) => id));
    const counted = cohort.slots.filter(({ id, heldOn }) => heldOn >= '2026-09-14' && !off.has(id));
    expect(expectedMinutes).toBe(counted.reduce((all, { minutes }) => all + minutes, 0));
    expect(unrecorded.every(({ slotId }) => !off.has(slotId))).toBe(true);
    const known = new Set([...recorded, ...unrecorded].map(({ slotId }) => slotId));
    expect(counted.every(({ id }) => known.has(id))).toBe(true);
  });

  it('a signature makes what waited count, everywhere at once', async () => {
    const before = await readHours();
    await cohort.sign(cohort.slots.slice(30, 37));
    const after = await readHours();
    expect(after.total).toMatchObject({
      done: before.total.done + before.total.unsigned,
      unsigned: 0,
    });
    expect((await readLine()).doneMinutes).toBe(countedMinutes(after.total));
  });
});
