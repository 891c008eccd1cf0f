import { cqpAm2022Afbb } from '../frameworks/data/cqp-am-2022-afbb.ts';
import type { CalendarRequest } from './generate-calendar.ts';

/** The rhythm of afbb: two days of 7 h a week, without July and August (S0:L216). */
export const afbbRequest: CalendarRequest = {
  framework: cqpAm2022Afbb,
  startsOn: '2026-10-05',
  endsOn: null,
  weekdays: [1, 2],
  minutesPerDay: 420,
  zone: 'metropole',
  closedMonths: [7, 8],
  closures: [],
};
