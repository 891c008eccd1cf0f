import ICAL from 'ical.js';
import { v7 as uuidv7 } from 'uuid';
import { app, as, centre } from './calendars.ts';
import type { Member } from './test-app.ts';

/** Makes a feed. @returns its id and its address on the server under test */
export async function openFeed(body: Record<string, unknown>, by?: Member) {
  const answer = await as(by)('POST /calendar-feeds', { body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
  return { id: answer.body.id, address: onServer(answer.body.address) };
}

/** The public address as this server answers it. */
export const onServer = (address: string): string => app.url + new URL(address).pathname;

/** Reads an address as a calendar application does: without a login. */
export async function readFeed(address: string, headers: Record<string, string> = {}) {
  const answer = await fetch(address, { headers });
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    problem: isProblem ? JSON.parse(text) : null,
    events: answer.status === 200 ? parseEvents(text) : [],
  };
}

/** The events of a file, read by a parser that shares nothing with what wrote it. */
export function parseEvents(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue('status')),
      summary: event.summary,
      location: event.location ?? '',
      description: event.description ?? '',
      isAllDay: event.startDate.isDate,
      zone: component.getFirstProperty('dtstart')?.getParameter('tzid') ?? null,
      day: event.startDate.toString().slice(0, 10),
      time: event.startDate.toString().slice(11, 16),
      start: event.startDate.toJSDate(),
      end: event.endDate.toJSDate(),
    };
  });
}
export type ParsedEvent = ReturnType<typeof parseEvents>[number];

export const uidOf = ({ id }: { readonly id: string }): string => `${id}@jalon`;
export const eventOf = (events: readonly ParsedEvent[], slot: { readonly id: string }) =>
  events.find(({ uid }) => uid === uidOf(slot));

/** Someone who can log in, enrolled in a cohort, whose path is every run of it. */
export async function addLearner(
  cohortId: string,
  more: { startsOn?: string; givenName?: string; birthName?: string } = {},
): Promise<Member & { enrolmentId: string }> {
  const { startsOn = '2026-10-05', givenName = 'Lina', birthName = 'Abadie' } = more;
  const member = await centre.addMember('learner', { givenName, birthName });
  const enrolmentId = uuidv7();
  const own = { centreId: centre.id };
  await app.db.system.enrolment.create({
    data: {
      ...own,
      id: enrolmentId,
      personId: member.personId,
      cohortId,
      profile: 'school_leaver',
      route: 'professional_contract',
      funder: 'opco_ep',
      startsOn: new Date(startsOn),
    },
  });
  const runs = await app.db.system.moduleRun.findMany({ where: { cohortId } });
  await app.db.system.pathRun.createMany({
    data: runs.map((run) => ({ ...own, enrolmentId, moduleRunId: run.id })),
  });
  return { ...member, enrolmentId };
}

/** The employment by which a tutor accompanies a learner. */
export async function employ(
  learner: Member,
  tutor: Member,
  more: { endsOn?: string } = {},
): Promise<void> {
  await app.db.system.employment.create({
    data: {
      centreId: centre.id,
      personId: learner.personId,
      employerName: 'Cabinet Ferrand',
      tutorId: tutor.personId,
      hireDate: new Date('2026-09-01'),
      endsOn: more.endsOn ? new Date(more.endsOn) : null,
    },
  });
}

/** Takes a half-day out of the calendar. */
export const removeSlot = (slot: { readonly id: string; readonly revision: number }) =>
  as()('POST /slots/:slotId/removal', {
    params: { slotId: slot.id },
    body: { revision: slot.revision },
  });
