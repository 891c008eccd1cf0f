import { describe, expect, it } from '@jest/globals';
import { addLearner, employ, eventOf, openFeed, readFeed } from '../support/calendar-feeds.ts';
import { app, as, centre, openCalendars, planCohort } from '../support/calendars.ts';

openCalendars();

const changePath = async (enrolmentId: string, edit: (ids: readonly string[]) => string[]) => {
  const params = { enrolmentId };
  const { body: file } = await as()('GET /enrolments/:enrolmentId', { params });
  const moduleRunIds = edit(file.path.flatMap(({ moduleRunId }) => moduleRunId ?? []));
  const { status } = await as()('PUT /enrolments/:enrolmentId/path', {
    params,
    body: { revision: file.revision, moduleRunIds },
  });
  expect(status).toBe(200);
};

describe('a path that changes tells the calendars that hold it (RFC 5545)', () => {
  it('a run that leaves it is cancelled under the same identity, one that comes back is confirmed', async () => {
    const { cohort, first, slots } = await planCohort('Parcours changé');
    const learner = await addLearner(cohort.id);
    const tutor = await centre.addMember('tutor');
    await employ(learner, tutor);
    const feeds = [
      await openFeed({ kind: 'learner' }, learner),
      await openFeed({ kind: 'tutor' }, tutor),
    ];
    const tell = async () =>
      Promise.all(
        feeds.map(async ({ address }) => {
          const found = eventOf((await readFeed(address)).events, first);
          return [found?.status, found?.sequence];
        }),
      );
    expect(await tell()).toEqual([
      ['CONFIRMED', 0],
      ['CONFIRMED', 0],
    ]);
    await changePath(learner.enrolmentId, (ids) => ids.filter((id) => id !== first.moduleRunId));
    expect(await tell()).toEqual([
      ['CANCELLED', 1],
      ['CANCELLED', 1],
    ]);
    const own = slots.filter(({ moduleRunId }) => moduleRunId === first.moduleRunId);
    const { events } = await readFeed(feeds[0]?.address ?? '');
    expect(events.filter(({ status }) => status === 'CANCELLED')).toHaveLength(own.length);
    await changePath(learner.enrolmentId, (ids) => [...ids, first.moduleRunId]);
    expect(await tell()).toEqual([
      ['CONFIRMED', 2],
      ['CONFIRMED', 2],
    ]);
  });

  it('through two learners, a tutor still sees the one who stays', async () => {
    const { cohort, first } = await planCohort('Deux apprenants');
    const tutor = await centre.addMember('tutor');
    const lina = await addLearner(cohort.id);
    const hugo = await addLearner(cohort.id, { givenName: 'Hugo', birthName: 'Roy' });
    await employ(lina, tutor);
    await employ(hugo, tutor);
    const { address } = await openFeed({ kind: 'tutor' }, tutor);
    await changePath(lina.enrolmentId, (ids) => ids.filter((id) => id !== first.moduleRunId));
    expect(eventOf((await readFeed(address)).events, first)).toMatchObject({
      status: 'CONFIRMED',
      sequence: 1,
      summary: 'En formation : Hugo Roy',
    });
  });

  it('what is past when it leaves is not cancelled, and after ninety days nothing is told any more', async () => {
    const { cohort, first, slots } = await planCohort('Passé');
    const learner = await addLearner(cohort.id);
    const { address } = await openFeed({ kind: 'learner' }, learner);
    const later = slots.find(
      ({ moduleRunId, date }) => moduleRunId === first.moduleRunId && date > first.date,
    );
    if (!later) throw new Error('the module has two days');
    app.clock.set(`${later.date}T07:00:00+01:00`);
    await changePath(learner.enrolmentId, (ids) => ids.filter((id) => id !== first.moduleRunId));
    const { events } = await readFeed(address);
    expect(eventOf(events, first)).toBeUndefined();
    expect(eventOf(events, later)?.status).toBe('CANCELLED');
    app.clock.set('2027-06-30T07:00:00+02:00');
    expect(eventOf((await readFeed(address)).events, later)).toBeUndefined();
    app.clock.set('2026-11-23T09:00:00+01:00');
  });
});
