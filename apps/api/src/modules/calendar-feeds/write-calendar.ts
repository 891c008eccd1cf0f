import type { FeedEvent } from '@jalon/domain';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';

const HOUR = 3_600;

/** A calendar as it is handed to other applications. */
export interface WrittenCalendar {
  readonly name: string;
  readonly events: readonly FeedEvent[];
  /** When it is written. */
  readonly at: Date;
  /** `CANCEL` takes its events out of the calendar they were put in (RFC 5546, 3.2.5). */
  readonly method?: 'PUBLISH' | 'CANCEL';
}

/**
 * The iCalendar text (RFC 5545) that Thunderbird, Google and Outlook read: hours in the time of the
 * site with the rules of that time, so that 9 h stays 9 h across a change of time.
 */
export function writeCalendar({ name, events, at, method = 'PUBLISH' }: WrittenCalendar): string {
  const calendar = ical({
    name: escapeText(name),
    prodId: { company: 'Jalon', product: 'Jalon', language: 'FR' },
    method: ICalCalendarMethod[method],
    ttl: HOUR,
  });
  for (const event of events)
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: event.summary,
      ...(event.location ? { location: event.location } : {}),
      ...(event.description ? { description: event.description } : {}),
      stamp: at,
      ...momentsOf(event),
    });
  // The library would write them between the calendar's own lines, where RFC 5545 (3.6) has none.
  const zones = new Set(events.flatMap(({ hours, timeZone }) => (hours ? [timeZone] : [])));
  // A calendar has one component at least (RFC 5545, 3.6): applications keep what they have read when
  // they are handed one without any.
  const named = zones.size > 0 ? [...zones] : ['Europe/Paris'];
  const blocks = named.map(describeTimeZone).join('');
  return `${calendar.toString().replace(/BEGIN:VEVENT|END:VCALENDAR/, (first) => `${blocks}${first}`)}\r\n`;
}

/** The library escapes what events say, not the calendar's name (RFC 5545, 3.3.11). */
const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n|\r/g, '\\n');

function momentsOf({ date, hours, timeZone }: FeedEvent) {
  const day = Temporal.PlainDate.from(date);
  if (!hours) return { allDay: true, start: day, end: day.add({ days: 1 }) };
  const at = (minute: number) =>
    day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  return { timezone: timeZone, start: at(hours.startsAt), end: at(hours.endsAt) };
}

/** The library answers some zones under the name of a twin (Réunion as Dubai): theirs is put back. */
function describeTimeZone(zone: string): string {
  const [block = ''] = tzlib_get_ical_block(zone);
  const named = block.replaceAll(/^(TZID|X-LIC-LOCATION):.*$/gm, `$1:${zone}`);
  return `${named.replaceAll(/\r?\n/g, '\n').trim()}\n`.replaceAll('\n', '\r\n');
}
