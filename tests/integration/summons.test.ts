import { formatLongDay } from '@jalon/domain';
import { afterEach, expect, it } from '@jest/globals';
import { parseEvents, uidOf } from '../support/calendar-feeds.ts';
import { addLearner, allDone, planCohort, remove } from '../support/calendar-office.ts';
import { eventually } from '../support/eventually.ts';
import { app, centre, coordinator, onBackend, received } from '../support/mail-room.ts';
import { readAttached, readMailText } from '../support/smtp.ts';
import { connectAsOwner } from '../support/sql-client.ts';

afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

const send = (cohortId: string, enrolmentIds: readonly string[], by = coordinator) =>
  app.call('POST /cohorts/:cohortId/summons', { params: { cohortId }, body: { enrolmentIds } }, by);
const list = async (cohortId: string) =>
  (await app.call('GET /cohorts/:cohortId/summons', { params: { cohortId } }, coordinator)).body;

onBackend('PostgreSQL', 'convocations (Qualiopi 9)', () => {
  it('carry a PDF and a calendar file, are sent by a person, and stand on the timeline', async () => {
    const { cohort, slots } = await planCohort('Convoqués');
    const learner = await addLearner(cohort.id);
    expect(await list(cohort.id)).toEqual([
      expect.objectContaining({ state: 'none', slotCount: slots.length, obstacle: null }),
    ]);
    expect((await send(cohort.id, [learner.enrolmentId])).body).toEqual({ sent: 1, skipped: [] });
    await allDone();
    const [mail, ...more] = received(learner.email);
    expect(more).toEqual([]);
    const raw = mail?.raw ?? '';
    expect(readAttached(raw, 'convocation.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    const events = parseEvents(readAttached(raw, 'calendrier.ics').toString());
    expect(events.map(({ uid }) => uid).sort()).toEqual(slots.map(uidOf).sort());
    expect((await list(cohort.id))[0]?.state).toBe('sent');
    const { body } = await app.call(
      'GET /enrolments/:enrolmentId/timeline',
      { params: { enrolmentId: learner.enrolmentId } },
      coordinator,
    );
    expect(body.past.map(({ title, by }) => [title, by])).toContainEqual([
      'Convocation envoyée à l’apprenant.',
      coordinator.name,
    ]);
    expect(body.past.find(({ type }) => type === 'mail')).toMatchObject({
      title: expect.stringMatching(/^Mail : Votre convocation/),
      detail: expect.stringMatching('Parti.'),
    });
  });

  it('two clicks at once send one; after a change it is to be sent again', async () => {
    const { cohort, first } = await planCohort('Deux clics');
    const learner = await addLearner(cohort.id);
    const answers = await Promise.all([
      send(cohort.id, [learner.enrolmentId]),
      send(cohort.id, [learner.enrolmentId]),
    ]);
    expect(answers.map(({ body }) => body.sent).sort()).toEqual([0, 1]);
    await allDone();
    expect(received(learner.email)).toHaveLength(1);
    await remove(first);
    expect((await list(cohort.id))[0]?.state).toBe('outdated');
    app.clock.set('2026-11-24T09:00:00+01:00');
    expect((await send(cohort.id, [learner.enrolmentId])).body.sent).toBe(1);
    await allDone();
    expect(received(learner.email)).toHaveLength(2);
    expect((await list(cohort.id))[0]?.state).toBe('sent');
  });

  it('the mail says what its files say, whatever changes while they are drawn: then it is outdated', async () => {
    const { cohort, first } = await planCohort('Changée entre-temps');
    const learner = await addLearner(cohort.id);
    const owner = await connectAsOwner(app.ownerUrl);
    await send(cohort.id, [learner.enrolmentId]);
    await owner.query('begin');
    // Reading goes on; the mail cannot be written yet.
    await owner.query('lock table summons in exclusive mode');
    await eventually(async () => {
      const { rows } = await owner.query(
        `select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    }, 'the files that are drawn');
    await remove(first);
    await owner.query('commit');
    await owner.end();
    await allDone();
    const [mail] = received(learner.email);
    const raw = mail?.raw ?? '';
    const events = parseEvents(readAttached(raw, 'calendrier.ics').toString());
    const days = events.map(({ day }) => day).sort();
    expect(days[0]).toBe(first.date);
    expect(readMailText(raw)).toContain(`du ${formatLongDay(first.date)} au `);
    expect((await list(cohort.id))[0]?.state).toBe('outdated');
  });

  it('those whom it cannot reach are named with what is missing; the others get theirs', async () => {
    const { cohort } = await planCohort('Sans adresse');
    const reachable = await addLearner(cohort.id);
    const silent = await addLearner(cohort.id, { email: null });
    const { body } = await send(cohort.id, [reachable.enrolmentId, silent.enrolmentId]);
    expect(body).toEqual({
      sent: 1,
      skipped: ['Abadie Lina : Adresse mail manquante : complétez le dossier.'],
    });
  });

  it('another cohort’s learner, another centre’s cohort: not found, and nobody else sends them', async () => {
    const { cohort } = await planCohort('La leur');
    const { cohort: other } = await planCohort('Une autre');
    const stranger = await addLearner(other.id);
    expect((await send(cohort.id, [stranger.enrolmentId])).status).toBe(404);
    const elsewhere = await app.addCentre('Ailleurs');
    const there = await elsewhere.addMember('coordinator');
    expect((await send(other.id, [stranger.enrolmentId], there)).status).toBe(404);
    const director = await centre.addMember('director');
    expect((await send(other.id, [stranger.enrolmentId], director)).status).toBe(403);
  });
});
