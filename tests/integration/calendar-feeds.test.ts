import { afterEach, describe, expect, it } from '@jest/globals';
import {
  addLearner,
  employ,
  eventOf,
  onServer,
  openFeed,
  readFeed,
  uidOf,
} from '../support/calendar-feeds.ts';
import {
  addRoom,
  app,
  as,
  centre,
  change,
  coordinator,
  openCalendars,
  planCohort,
} from '../support/calendars.ts';

openCalendars();
afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

const remove = (slot: { id: string; revision: number }) =>
  as()('POST /slots/:slotId/removal', {
    params: { slotId: slot.id },
    body: { revision: slot.revision },
  });
const unknown = '01890000-0000-7000-8000-000000000000';

describe('what a calendar application reads', () => {
  it('a cohort: every half-day under its own id, in its site’s time, with where and who', async () => {
    const { cohort, slots, first } = await planCohort('Flux de cohorte');
    const trainer = await centre.addMember('trainer', { givenName: 'Anh', birthName: 'Nguyen' });
    const roomId = await addRoom('Salle du flux');
    await change(first, { trainerId: trainer.personId, roomId });
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const { status, headers, text, events } = await readFeed(address);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(events.map(({ uid }) => uid).sort()).toEqual(slots.map(uidOf).sort());
    expect(eventOf(events, first)).toMatchObject({
      sequence: 1,
      status: 'CONFIRMED',
      summary: first.name,
      zone: 'Europe/Paris',
      day: first.date,
      time: '09:00',
      location: 'Salle du flux, Centre, site, 1 rue de la Paix',
      description: 'Flux de cohorte\nFormateur : Anh Nguyen',
    });
    expect(text).toMatch('METHOD:PUBLISH');
    expect(text).toMatch('X-WR-CALNAME:Jalon · Flux de cohorte');
    // RFC 5545, 3.1: lines end with CRLF and hold 75 octets at most.
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([]);
  });

  it('9 h stays 9 h in the weeks of both changes of time: 31 October 2027, 26 March 2028', async () => {
    const { cohort, slots } = await planCohort('Changements d’heure', { startsOn: '2027-10-04' });
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const { events } = await readFeed(address);
    const utcHours = (from: string, to: string) => [
      ...new Set(
        slots
          .filter(({ date, startsAt }) => date >= from && date <= to && startsAt === 540)
          .map((slot) => eventOf(events, slot)?.start.toISOString().slice(11, 16)),
      ),
    ];
    expect(utcHours('2027-10-25', '2027-10-30')).toEqual(['07:00']);
    expect(utcHours('2027-11-01', '2027-11-06')).toEqual(['08:00']);
    expect(utcHours('2028-03-20', '2028-03-25')).toEqual(['08:00']);
    expect(utcHours('2028-03-27', '2028-04-01')).toEqual(['07:00']);
    const minutesOf = ({ start, end }: (typeof events)[number]) =>
      (end.getTime() - start.getTime()) / 60_000;
    expect(events.map((event) => [event.uid, minutesOf(event)]).sort()).toEqual(
      slots.map((slot) => [uidOf(slot), slot.minutes]).sort(),
    );
  });

  it('a site in La Réunion: 9 h there', async () => {
    const site = await app.db.system.site.create({
      data: {
        centreId: centre.id,
        name: 'Saint-Denis, La Réunion',
        address: '1 rue de Paris',
        holidayZone: 'reunion',
      },
    });
    const { cohort, first } = await planCohort('Réunion', { siteId: site.id });
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const { events, text } = await readFeed(address);
    expect(text).toMatch('TZID:Indian/Reunion');
    const event = eventOf(events, first);
    expect([event?.zone, event?.time]).toEqual(['Indian/Reunion', '09:00']);
    expect(event?.start.toISOString()).toBe(`${first.date}T05:00:00.000Z`);
  });

  it('a name with a comma, a semicolon or a line break stays one line', async () => {
    const { cohort } = await planCohort('Paris, 9e ; lundi\nmardi');
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const { text, events } = await readFeed(address);
    expect(text).toContain('X-WR-CALNAME:Jalon · Paris\\, 9e \\; lundi\\nmardi\r\n');
    expect(events[0]?.description).toMatch('Paris, 9e ; lundi\nmardi');
  });

  it('a moved half-day keeps its UID and its SEQUENCE goes up', async () => {
    const { cohort, first } = await planCohort('Déplacé');
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const before = eventOf((await readFeed(address)).events, first);
    await change(first, { date: '2027-01-06', acceptedWarnings: ['slot.usual-weekday'] });
    const { events } = await readFeed(address);
    expect(events.filter(({ uid }) => uid === before?.uid)).toEqual([
      expect.objectContaining({ day: '2027-01-06', sequence: (before?.sequence ?? 0) + 1 }),
    ]);
  });

  it('a cancelled half-day stays, cancelled; why is nobody’s business', async () => {
    const { cohort, first } = await planCohort('Annulé');
    await app.db.system.slot.updateMany({
      where: { id: first.id },
      data: { cancelledAt: new Date(), cancelReason: 'Mme Roy est malade', revision: 2 },
    });
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const { events, text } = await readFeed(address);
    expect(eventOf(events, first)).toMatchObject({ status: 'CANCELLED', sequence: 1 });
    expect(text).not.toMatch('malade');
  });

  it('a removed half-day is told as cancelled for 90 days, then no more', async () => {
    const { cohort, first, second } = await planCohort('Supprimé');
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    expect((await remove(first)).body).toEqual({ outcome: 'deleted' });
    expect(eventOf((await readFeed(address)).events, first)).toMatchObject({
      status: 'CANCELLED',
      sequence: 1,
      summary: `Annulé · ${first.name}`,
    });
    app.clock.set('2027-02-25T09:00:00+01:00');
    expect(eventOf((await readFeed(address)).events, first)).toBeUndefined();
    await remove(second);
    expect(await app.db.system.slotChange.count({ where: { slotId: first.id } })).toBe(0);
  });

  it('half-days that a new plan removes are told as cancelled too', async () => {
    const { cohort, first } = await planCohort('Replanifié');
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    await app.db.system.slot.create({
      data: {
        centreId: centre.id,
        cohortId: cohort.id,
        moduleRunId: first.moduleRunId,
        heldOn: new Date('2027-01-07'),
        halfDay: 'morning',
        startsAt: 540,
        minutes: 210,
      },
    });
    const params = { cohortId: cohort.id };
    const proposal = await as()('POST /cohorts/:cohortId/calendar-proposal', { params });
    await as()('POST /cohorts/:cohortId/calendar', {
      params,
      body: { fingerprint: proposal.body.fingerprint },
    });
    const { events } = await readFeed(address);
    const cancelled = events.filter(({ status }) => status === 'CANCELLED');
    expect(cancelled).toHaveLength(proposal.body.removed);
    expect(cancelled.length).toBeGreaterThan(0);
  });
});

describe('whose half-days', () => {
  it('a learner: those of their own path, within their own dates, and the jury’s day', async () => {
    const { cohort, slots } = await planCohort('Apprenante', { juryOn: '2027-09-21' });
    await planCohort('Une autre cohorte');
    const learner = await addLearner(cohort.id, { startsOn: '2027-02-01' });
    const { address } = await openFeed({ kind: 'learner' }, learner);
    const { events } = await readFeed(address);
    const own = slots.filter(({ date }) => date >= '2027-02-01');
    expect(
      events
        .filter(({ isAllDay }) => !isAllDay)
        .map(({ uid }) => uid)
        .sort(),
    ).toEqual(own.map(uidOf).sort());
    expect(events.filter(({ isAllDay }) => isAllDay)).toEqual([
      expect.objectContaining({ summary: 'Jury de certification', day: '2027-09-21' }),
    ]);
  });

  it('a learner who has withdrawn: none', async () => {
    const { cohort } = await planCohort('Abandon');
    const learner = await addLearner(cohort.id);
    const { address } = await openFeed({ kind: 'learner' }, learner);
    await app.db.system.enrolment.updateMany({
      where: { id: learner.enrolmentId },
      data: { state: 'withdrawn' },
    });
    expect((await readFeed(address)).events).toEqual([]);
  });

  it('a removed half-day leaves the learner’s calendar cancelled', async () => {
    const { cohort, first } = await planCohort('Apprenant, supprimé');
    const learner = await addLearner(cohort.id);
    const { address } = await openFeed({ kind: 'learner' }, learner);
    await remove(first);
    expect(eventOf((await readFeed(address)).events, first)?.status).toBe('CANCELLED');
  });

  it('a half-day given to another trainer: cancelled for the one, added for the other', async () => {
    const { first } = await planCohort('Change de formateur');
    const [one, other] = [await centre.addMember('trainer'), await centre.addMember('trainer')];
    await change(first, { trainerId: one.personId });
    const mine = await openFeed({ kind: 'trainer', trainerId: null }, one);
    const theirs = await openFeed({ kind: 'trainer', trainerId: other.personId });
    expect(eventOf((await readFeed(mine.address)).events, first)?.status).toBe('CONFIRMED');
    await change({ ...first, revision: 2 }, { trainerId: other.personId });
    expect((await readFeed(mine.address)).events).toEqual([
      expect.objectContaining({ uid: uidOf(first), status: 'CANCELLED', sequence: 2 }),
    ]);
    expect((await readFeed(theirs.address)).events).toEqual([
      expect.objectContaining({ uid: uidOf(first), status: 'CONFIRMED', sequence: 2 }),
    ]);
  });

  it('a tutor: when their own learners are in training, and nothing of what is taught', async () => {
    const { cohort, first } = await planCohort('Tutorat');
    const tutor = await centre.addMember('tutor');
    const [lina, hugo] = [
      await addLearner(cohort.id),
      await addLearner(cohort.id, { givenName: 'Hugo', birthName: 'Roy' }),
    ];
    await addLearner(cohort.id, { givenName: 'Zoé', birthName: 'Petit' });
    await employ(lina, tutor);
    await employ(hugo, tutor, { endsOn: '2027-01-31' });
    const { address } = await openFeed({ kind: 'tutor' }, tutor);
    const { events, text } = await readFeed(address);
    expect(eventOf(events, first)?.summary).toBe('En formation : Lina Abadie et Hugo Roy');
    const late = events.find(({ day }) => day >= '2027-02-01');
    expect(late?.summary).toBe('En formation : Lina Abadie');
    expect(text).not.toMatch(/Petit|Tutorat|rue de la Paix/);
    expect(text).not.toContain(first.name);
    await app.db.system.employment.updateMany({
      where: { tutorId: tutor.personId },
      data: { endsOn: new Date('2026-11-01') },
    });
    expect((await readFeed(address)).events).toEqual([]);
  });

  it('a room: what is held in it', async () => {
    const { first } = await planCohort('Salle occupée');
    const roomId = await addRoom('Salle à agenda');
    await change(first, { roomId });
    const { address } = await openFeed({ kind: 'room', roomId });
    expect((await readFeed(address)).events.map(({ uid }) => uid)).toEqual([uidOf(first)]);
  });
});

describe('the address is a secret', () => {
  it('is told once and kept as a hash', async () => {
    const { cohort } = await planCohort('Secret');
    const { id, address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const secret = address.split('/').at(-1)?.replace('.ics', '') ?? '';
    expect(secret.length).toBeGreaterThanOrEqual(43);
    const row = await app.db.system.calendarFeed.findFirstOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(secret);
    const { body } = await as()('GET /calendar-feeds', {});
    expect(body.find((feed) => feed.id === id)).toMatchObject({
      kind: 'cohort',
      subject: { id: cohort.id, name: 'Secret' },
      isMine: true,
    });
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it('two clicks at once make one address', async () => {
    const { cohort } = await planCohort('Double clic');
    const create = () =>
      as()('POST /calendar-feeds', { body: { kind: 'cohort', cohortId: cohort.id } });
    const answers = await Promise.all([create(), create()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.detail).toMatch(
      'déjà une adresse',
    );
  });

  it('revoked, it says so and what to do; replaced twice at once, one new address stands', async () => {
    const { cohort } = await planCohort('Révoqué');
    const { id, address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const replace = () =>
      as()('POST /calendar-feeds/:feedId/replacement', { params: { feedId: id } });
    const answers = await Promise.all([replace(), replace()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { status, problem, headers } = await readFeed(address);
    expect([status, headers.get('content-type'), problem.title, problem.detail]).toEqual([
      410,
      'application/problem+json; charset=utf-8',
      'Cette adresse d’agenda ne sert plus',
      'Elle a été révoquée dans Jalon. Retirez-la de votre agenda et créez-en une nouvelle.',
    ]);
    const fresh = answers.find((answer) => answer.status === 200);
    expect((await readFeed(onServer(fresh?.body.address ?? ''))).status).toBe(200);
    const revoke = () =>
      as()('DELETE /calendar-feeds/:feedId', { params: { feedId: fresh?.body.id ?? '' } });
    expect((await revoke()).status).toBe(200);
    expect((await revoke()).status).toBe(409);
    expect((await readFeed(onServer(fresh?.body.address ?? ''))).status).toBe(410);
    const trail = await app.db.system.auditEvent.findMany({
      where: { centreId: centre.id, action: { startsWith: 'calendar-feed.' }, subjectId: id },
      orderBy: { seq: 'asc' },
    });
    expect(trail.map(({ action }) => action)).toEqual([
      'calendar-feed.created',
      'calendar-feed.revoked',
    ]);
  });

  it('unknown: 404 without more', async () => {
    const { status, problem } = await readFeed(`${app.url}/api/feeds/nimporte-quoi.ics`);
    expect([status, problem.title]).toEqual([404, 'Cette adresse d’agenda n’est pas reconnue']);
  });

  it('of someone whose access has ended: nothing', async () => {
    const trainer = await centre.addMember('trainer');
    const { address } = await openFeed({ kind: 'trainer', trainerId: null }, trainer);
    await app.db.system.membership.updateMany({
      where: { personId: trainer.personId },
      data: { endedAt: new Date() },
    });
    const { status, problem } = await readFeed(address);
    expect([status, problem.detail]).toEqual([410, expect.stringMatching('mis fin à cet accès')]);
  });

  it('unchanged, the calendar is not sent twice; changed, it is', async () => {
    const { cohort, first } = await planCohort('Inchangé');
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const etag = (await readFeed(address)).headers.get('etag') ?? '';
    app.clock.set('2026-11-23T10:00:00+01:00');
    const again = await readFeed(address, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    await remove(first);
    const changed = await readFeed(address, { 'if-none-match': etag });
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
  });

  it('is slowed down like a login link: at most 8 reads a minute', async () => {
    const { cohort } = await planCohort('Trop souvent');
    const { address } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    const answers = [];
    for (let count = 0; count < 9; count += 1) answers.push((await readFeed(address)).status);
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429]);
  });
});

describe('who may subscribe to what', () => {
  const create = (body: Record<string, unknown>, by = coordinator) =>
    as(by)('POST /calendar-feeds', { body });

  it('learners, tutors and trainers: to their own half-days only', async () => {
    const { cohort } = await planCohort('Droits');
    const roomId = await addRoom('Salle des droits');
    const [trainer, other] = [await centre.addMember('trainer'), await centre.addMember('trainer')];
    const learner = await centre.addMember('learner');
    const tutor = await centre.addMember('tutor');
    const refusals = [
      await create({ kind: 'cohort', cohortId: cohort.id }, learner),
      await create({ kind: 'trainer', trainerId: null }, learner),
      await create({ kind: 'room', roomId }, tutor),
      await create({ kind: 'learner' }, tutor),
      await create({ kind: 'trainer', trainerId: other.personId }, trainer),
      await create({ kind: 'cohort', cohortId: cohort.id }, trainer),
      await create({ kind: 'learner' }, coordinator),
    ];
    expect(refusals.map(({ status }) => status)).toEqual(refusals.map(() => 403));
  });

  it('someone else’s address is not found; the coordination revokes those of the centre', async () => {
    const { cohort } = await planCohort('Droits de révoquer');
    const learner = await addLearner(cohort.id);
    const stranger = await addLearner(cohort.id, { givenName: 'Zoé' });
    const trainer = await centre.addMember('trainer');
    const own = await openFeed({ kind: 'learner' }, learner);
    const taught = await openFeed({ kind: 'trainer', trainerId: null }, trainer);
    const revoke = (feedId: string, by: typeof trainer) =>
      as(by)('DELETE /calendar-feeds/:feedId', { params: { feedId } });
    expect((await revoke(own.id, stranger)).status).toBe(404);
    expect((await as(stranger)('GET /calendar-feeds', {})).body).toEqual([]);
    expect((await revoke(own.id, coordinator)).status).toBe(404);
    expect((await revoke(taught.id, coordinator)).status).toBe(200);
    expect((await revoke(unknown, coordinator)).status).toBe(404);
  });

  it('what belongs to another centre is not found', async () => {
    const other = await app.addCentre('Ailleurs');
    const there = await other.addMember('coordinator');
    const { cohort } = await planCohort('Pas la leur');
    const { id } = await openFeed({ kind: 'cohort', cohortId: cohort.id });
    expect((await create({ kind: 'cohort', cohortId: cohort.id }, there)).status).toBe(404);
    const { status } = await as(there)('DELETE /calendar-feeds/:feedId', {
      params: { feedId: id },
    });
    expect(status).toBe(404);
  });
});
