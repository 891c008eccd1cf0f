import { afterEach, describe, expect, it } from '@jest/globals';
import { eventOf, openFeed, readFeed, removeSlot, uidOf } from '../support/calendar-feeds.ts';
import {
  addRoom,
  app,
  as,
  centre,
  change,
  openCalendars,
  planCohort,
} from '../support/calendars.ts';

openCalendars();
afterEach(() => app.clock.set('2026-11-23T09:00:00+01:00'));

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
    expect((await removeSlot(first)).body).toEqual({ outcome: 'deleted' });
    expect(eventOf((await readFeed(address)).events, first)).toMatchObject({
      status: 'CANCELLED',
      sequence: 1,
      summary: `Annulé · ${first.name}`,
    });
    app.clock.set('2027-02-25T09:00:00+01:00');
    expect(eventOf((await readFeed(address)).events, first)).toBeUndefined();
    await removeSlot(second);
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
