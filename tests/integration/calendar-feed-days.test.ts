import { afterEach, describe, expect, it } from '@jest/globals';
import { addLearner, openFeed, readFeed } from '../support/calendar-feeds.ts';
import { afbb, app, as, centre, openCalendars, planCohort } from '../support/calendars.ts';

openCalendars();
afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

/** The juries of a calendar, in time order. */
async function readJuries(address: string) {
  const { events } = await readFeed(address);
  return events
    .filter(({ summary }) => summary.includes('Jury'))
    .map(({ uid, day, sequence, status }) => ({ uid, day, sequence, status }));
}

/** A learner of a cohort whose jury is planned on 21 September 2027, with an address of theirs. */
async function openJuryDay(name: string) {
  const { cohort } = await planCohort(name, { juryOn: '2027-09-21' });
  const learner = await addLearner(cohort.id);
  const { address } = await openFeed({ kind: 'learner' }, learner);
  const readDays = () => readJuries(address);
  const prepare = async (heldOn: string) => {
    const body = { heldOn, place: 'Paris', cohortIds: [cohort.id] };
    return (await as()('POST /juries', { body })).body.id;
  };
  return { cohort, learner, readDays, prepare };
}

const plan = (cohortId: string, data: { juryOn?: Date | null; positioningOn?: Date | null }) =>
  app.db.system.cohort.updateMany({
    where: { id: cohortId },
    data: { ...data, revision: { increment: 1 } },
  });

/** A session prepared for some learners alone. */
async function addSession(heldOn: string, learners: readonly { enrolmentId: string }[]) {
  const { id } = await app.db.system.jurySession.create({
    data: {
      centreId: centre.id,
      frameworkVersionId: afbb,
      heldOn: new Date(heldOn),
      place: 'Paris',
    },
  });
  await present(id, learners);
  return id;
}

const present = (jurySessionId: string, learners: readonly { enrolmentId: string }[], from = 1) =>
  app.db.system.juryCandidate.createMany({
    data: learners.map(({ enrolmentId }, index) => ({
      centreId: centre.id,
      jurySessionId,
      enrolmentId,
      position: from + index,
    })),
  });

describe('the day of a learner’s jury is one event, whatever becomes of it', () => {
  it('planned, then prepared, then moved: the same UID, a SEQUENCE that goes up', async () => {
    const { learner, readDays, prepare } = await openJuryDay('Jury préparé');
    const uid = `jury-${learner.enrolmentId}-1@jalon`;
    const standing = { uid, status: 'CONFIRMED' };
    expect(await readDays()).toEqual([{ ...standing, day: '2027-09-21', sequence: 0 }]);
    const juryId = await prepare('2027-09-28');
    expect(await readDays()).toEqual([{ ...standing, day: '2027-09-28', sequence: 1 }]);
    expect(await readDays()).toEqual([{ ...standing, day: '2027-09-28', sequence: 1 }]);
    const params = { juryId };
    const { body } = await as()('GET /juries/:juryId', { params });
    const moved = { heldOn: '2027-10-05', place: 'Paris', revision: body.revision };
    expect((await as()('PUT /juries/:juryId', { params, body: moved })).status).toBe(200);
    expect(await readDays()).toEqual([{ ...standing, day: '2027-10-05', sequence: 2 }]);
  });

  it('withdrawn from the session: back to the planned day; with none, cancelled for 90 days', async () => {
    const { cohort, learner, readDays, prepare } = await openJuryDay('Jury retiré');
    const juryId = await prepare('2027-09-28');
    const uid = `jury-${learner.enrolmentId}-1@jalon`;
    expect((await readDays()).map(({ day }) => day)).toEqual(['2027-09-28']);
    const params = { juryId, enrolmentId: learner.enrolmentId };
    await as()('DELETE /juries/:juryId/candidates/:enrolmentId', { params });
    expect(await readDays()).toEqual([
      { uid, day: '2027-09-21', sequence: 1, status: 'CONFIRMED' },
    ]);
    await plan(cohort.id, { juryOn: null });
    const cancelled = [{ uid, day: '2027-09-21', sequence: 2, status: 'CANCELLED' }];
    expect(await readDays()).toEqual(cancelled);
    app.clock.set('2027-02-20T09:00:00+01:00');
    expect(await readDays()).toEqual(cancelled);
    app.clock.set('2027-02-25T09:00:00+01:00');
    expect(await readDays()).toEqual([]);
  });

  it('held and closed, it stays where it was; a second jury is another event', async () => {
    const { learner, readDays, prepare } = await openJuryDay('Deux jurys');
    const juryId = await prepare('2027-09-28');
    await readDays();
    app.clock.set('2027-09-29T09:00:00+02:00');
    const held = {
      uid: `jury-${learner.enrolmentId}-1@jalon`,
      day: '2027-09-28',
      sequence: 0,
      status: 'CONFIRMED',
    };
    expect(await readDays()).toEqual([held]);
    await app.db.system.jurySession.updateMany({
      where: { id: juryId },
      data: { state: 'closed', closedAt: new Date() },
    });
    expect(await readDays()).toEqual([held]);
    await prepare('2027-12-14');
    expect(await readDays()).toEqual([
      held,
      {
        uid: `jury-${learner.enrolmentId}-2@jalon`,
        day: '2027-12-14',
        sequence: 0,
        status: 'CONFIRMED',
      },
    ]);
  });
});

describe('the jury in a cohort’s own calendar', () => {
  it('the planned day, then the session of at least half of its learners; one learner’s is theirs', async () => {
    const { cohort, readDays: readOwn } = await openJuryDay('Jury de tous');
    const others = await Promise.all(
      ['Léa', 'Tom', 'Zoé'].map((givenName) => addLearner(cohort.id, { givenName })),
    );
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const read = async () => (await readJuries(address)).map(({ uid: _, ...day }) => day);
    const standing = { day: '2027-09-21', sequence: 0, status: 'CONFIRMED' };
    expect(await read()).toEqual([standing]);
    const juryId = await addSession('2027-09-28', others.slice(0, 1));
    expect(await read()).toEqual([standing]);
    await present(juryId, others.slice(1, 2), 2);
    expect(await read()).toEqual([{ ...standing, day: '2027-09-28', sequence: 1 }]);
    expect((await readOwn()).map(({ day }) => day)).toEqual(['2027-09-21']);
    await app.db.system.juryCandidate.deleteMany({ where: { jurySessionId: juryId } });
    await plan(cohort.id, { juryOn: null });
    const cancelled = { day: '2027-09-28', sequence: 2, status: 'CANCELLED' };
    expect(await read()).toEqual([cancelled]);
  });

  it('held and closed, it stays; the positioning is another event', async () => {
    const { cohort, prepare } = await openJuryDay('Jury clos');
    await addLearner(cohort.id, { givenName: 'Tom' });
    await plan(cohort.id, { positioningOn: new Date('2027-01-04') });
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const juryId = await prepare('2027-09-28');
    const held = [{ uid: `jury-${cohort.id}-1@jalon`, day: '2027-09-28' }];
    expect(await readJuries(address)).toMatchObject(held);
    app.clock.set('2027-09-29T09:00:00+02:00');
    await app.db.system.jurySession.updateMany({
      where: { id: juryId },
      data: { state: 'closed', closedAt: new Date() },
    });
    expect(await readJuries(address)).toMatchObject(held);
    const { events } = await readFeed(address);
    expect(events.filter(({ isAllDay }) => isAllDay).map(({ summary }) => summary)).toEqual([
      'Positionnement',
      'Jury de certification',
    ]);
  });
});

it('Qualiopi 8: the positioning moves, and is cancelled when its day is taken back', async () => {
  const { cohort } = await planCohort('Positionnement', { positioningOn: '2027-01-04' });
  const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
  const read = async () => {
    const { events } = await readFeed(address);
    return events
      .filter(({ isAllDay }) => isAllDay)
      .map(({ day, sequence, status, summary }) => ({ day, sequence, status, summary }));
  };
  const told = { day: '2027-01-04', sequence: 0, status: 'CONFIRMED', summary: 'Positionnement' };
  expect(await read()).toEqual([told]);
  await plan(cohort.id, { positioningOn: new Date('2027-01-05') });
  expect(await read()).toEqual([{ ...told, day: '2027-01-05', sequence: 1 }]);
  await plan(cohort.id, { positioningOn: null });
  expect(await read()).toEqual([
    {
      day: '2027-01-05',
      sequence: 2,
      status: 'CANCELLED',
      summary: 'Annulé · Positionnement',
    },
  ]);
});
