import { describe, expect, it } from '@jest/globals';
import { feedKinds } from '../vocabulary.ts';
import {
  type FeedSlot,
  tellFeedEvent,
  tellJuryDay,
  tellPositioningDay,
} from './tell-feed-event.ts';

const slot: FeedSlot = {
  id: '0190b0a0-0000-7000-8000-000000000001',
  revision: 3,
  isCancelled: false,
  title: 'L’accueil du patient',
  cohortName: 'Paris, octobre 2026',
  date: '2027-03-29',
  startsAt: 540,
  minutes: 210,
  timeZone: 'Europe/Paris',
  isRemote: false,
  roomName: 'Salle 2',
  siteName: 'Paris 9e',
  siteAddress: '22 rue de Londres',
  trainerName: 'Anh Nguyen',
  learnerNames: ['Lina Abadie', 'Maxime Bonnet'],
};

describe('an event keeps its identity (RFC 5545, 3.8.4.7 and 3.8.7.4)', () => {
  it.each(feedKinds)('%s: the same UID whatever changes, a SEQUENCE that goes up', (kind) => {
    const moved = { ...slot, date: '2027-03-30', revision: 4, roomName: null };
    const [before, after] = [tellFeedEvent(kind, slot), tellFeedEvent(kind, moved)];
    expect(after.uid).toBe(before.uid);
    expect([before.sequence, after.sequence]).toEqual([2, 3]);
  });

  it('a cancelled half-day says so in its title too', () => {
    const event = tellFeedEvent('learner', { ...slot, isCancelled: true });
    expect([event.isCancelled, event.summary]).toEqual([true, 'Annulé · L’accueil du patient']);
  });
});

describe('nobody reads more in a calendar than on their screen', () => {
  it('a tutor: that their learners are in training, and when', () => {
    const event = tellFeedEvent('tutor', slot);
    expect(event.summary).toBe('En formation : Lina Abadie et Maxime Bonnet');
    expect(JSON.stringify(event)).not.toMatch(/accueil|Salle|Nguyen|Paris,/);
    expect(event.hours).toEqual({ startsAt: 540, endsAt: 750 });
  });

  it.each(['learner', 'trainer', 'cohort', 'room'] as const)('%s: no learner is named', (kind) => {
    expect(JSON.stringify(tellFeedEvent(kind, slot))).not.toMatch(/Abadie|Bonnet/);
  });
});

describe('where and with whom', () => {
  it('the room, the site and its address', () => {
    expect(tellFeedEvent('learner', slot)).toMatchObject({
      location: 'Salle 2, Paris 9e, 22 rue de Londres',
      description: 'Paris, octobre 2026\nFormateur : Anh Nguyen',
    });
  });

  it('a remote half-day has no room, a half-day without a trainer says so', () => {
    const remote = tellFeedEvent('cohort', { ...slot, isRemote: true, trainerName: null });
    expect(remote.location).toBe('À distance');
    expect(remote.description).toMatch('Formateur à venir');
  });

  it('the jury’s day takes the whole day, and each jury of an enrolment is its own event', () => {
    const jury = { id: 'e1', cohortName: null, timeZone: 'Europe/Paris' };
    const told = { date: '2027-06-21', sequence: 3, isCancelled: false };
    const day = tellJuryDay({ ...jury, rank: 1 }, told);
    expect([day.uid, day.sequence, day.hours]).toEqual(['jury-e1-1@jalon', 3, null]);
    expect(tellJuryDay({ ...jury, rank: 2 }, told).uid).not.toBe(day.uid);
    const cancelled = tellJuryDay({ ...jury, rank: 1 }, { ...told, isCancelled: true });
    expect([cancelled.uid, cancelled.isCancelled, cancelled.summary]).toEqual([
      day.uid,
      true,
      'Annulé · Jury de certification',
    ]);
    expect(day.description).toMatch('votre convocation');
    const ofCohort = tellJuryDay({ ...jury, id: 'c1', cohortName: 'Été 2027', rank: 1 }, told);
    expect(ofCohort.description).toMatch('Été 2027 : l’heure de chacun');
  });
});

it('Qualiopi 8: the positioning is a whole day of its own, that moves when its date does', () => {
  const cohort = { id: 'c1', name: 'Été 2027', timeZone: 'Europe/Paris' };
  const told = { date: '2027-01-04', sequence: 2, isCancelled: false };
  expect(tellPositioningDay(cohort, told)).toMatchObject({
    uid: 'positioning-c1@jalon',
    sequence: 2,
    summary: 'Positionnement',
    date: '2027-01-04',
    hours: null,
  });
});
