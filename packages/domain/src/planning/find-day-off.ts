import { formatDay, monthNames } from '../french-format.ts';
import { type PlainDate, weekdayOf } from '../plain-date.ts';
import type { HolidayZone } from '../vocabulary.ts';
import { findPublicHoliday } from './public-holidays.ts';

/** Days on which a site is closed, both ends included. */
export interface Closure {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly label: string;
}

/** Whether one of these periods has that day. */
export const coversDay = (
  periods: readonly Pick<Closure, 'from' | 'to'>[],
  day: PlainDate,
): boolean => periods.some(({ from, to }) => from <= day && day <= to);

/** When nothing is taught: zone of holidays, months without sessions (1 to 12), closures. */
export interface OpeningRules {
  readonly zone: HolidayZone;
  readonly closedMonths: readonly number[];
  readonly closures: readonly Closure[];
}

/** Why a day is not taught. */
export interface DayOff {
  readonly date: PlainDate;
  readonly kind: 'sunday' | 'public_holiday' | 'closed_month' | 'closure';
  /** What it is called where room is short: « lundi de Pâques », « congés de Noël ». */
  readonly name: string;
  /** French, e.g. « férié : lundi de Pâques ». */
  readonly reason: string;
  readonly source: string;
}

/** Every reason for which `day` is off, the binding ones (Sunday, holiday) first; `[]` if open. */
export function listDayOffReasons(day: PlainDate, rules: OpeningRules): readonly DayOff[] {
  const reasons: DayOff[] = [];
  if (weekdayOf(day) === 7) {
    reasons.push({
      date: day,
      kind: 'sunday',
      name: 'dimanche',
      reason: 'dimanche, non financé par l’OPCO',
      source: 'DOMAIN 7, W45',
    });
  }
  const holiday = findPublicHoliday(day, rules.zone);
  if (holiday !== null) {
    reasons.push({
      date: day,
      kind: 'public_holiday',
      name: holiday.name,
      reason: `férié : ${holiday.name}`,
      source: holiday.source,
    });
  }
  const month = Number(day.slice(5, 7));
  if (rules.closedMonths.includes(month)) {
    const name = `pas de session en ${monthNames[month - 1]}`;
    reasons.push({
      date: day,
      kind: 'closed_month',
      name,
      reason: name,
      source: 'rythme de la cohorte',
    });
  }
  const closure = rules.closures.find(({ from, to }) => from <= day && day <= to);
  if (closure !== undefined) {
    reasons.push({
      date: day,
      kind: 'closure',
      name: closure.label,
      reason: `fermeture : ${closure.label}, du ${formatDay(closure.from)} au ${formatDay(closure.to)}`,
      source: 'fermetures du site',
    });
  }
  return reasons;
}
