import type { CalendarSlot } from '@jalon/contract';
import { type Finding, formatLongDay, type HalfDay, type SlotPlace } from '@jalon/domain';
import { usualStart } from '../../components/calendar/slot-words.ts';
import type { LineKind } from './resource-lines.ts';

/** A cell of the week: a line, a day and a half of it. */
export interface CellPlace {
  readonly lineKey: string;
  readonly lineName: string;
  readonly date: string;
  readonly halfDay: HalfDay;
}

/** What moving a half-day changes of it. */
export type WantedPlace = SlotPlace & Pick<CalendarSlot, 'mode'>;

/** What speaks against a cell: `here` for the half-day's own. */
export interface Verdict {
  readonly state: 'here' | 'free' | 'warning' | 'refused';
  readonly findings: readonly Finding[];
}

export const keyOfCell = ({ lineKey, date, halfDay }: Omit<CellPlace, 'lineName'>): string =>
  [lineKey, date, halfDay].join(' ');

/** The half-day as it would be in a cell; `null` on the line of another cohort or site. */
export function placeIn(kind: LineKind, slot: CalendarSlot, cell: CellPlace): WantedPlace | null {
  if (kind === 'cohortes' && cell.lineKey !== slot.cohort.id) return null;
  if (kind === 'sites' && cell.lineKey !== slot.site.id) return null;
  const own = placeOf(slot);
  const place = {
    ...own,
    date: cell.date,
    halfDay: cell.halfDay,
    startsAt: cell.halfDay === slot.halfDay ? slot.startsAt : usualStart[cell.halfDay],
  };
  if (kind === 'cohortes' || kind === 'sites') return place;
  const id = cell.lineKey === 'none' || cell.lineKey === 'remote' ? null : cell.lineKey;
  if (kind === 'formateurs') return { ...place, trainerId: id };
  return { ...place, roomId: id, mode: cell.lineKey === 'remote' ? 'remote' : 'on_site' };
}

export const placeOf = (slot: CalendarSlot): WantedPlace => ({
  date: slot.date,
  halfDay: slot.halfDay,
  startsAt: slot.startsAt,
  trainerId: slot.trainer?.id ?? null,
  roomId: slot.room?.id ?? null,
  mode: slot.mode,
});

export const isSamePlace = (a: WantedPlace, b: WantedPlace): boolean =>
  a.date === b.date &&
  a.halfDay === b.halfDay &&
  a.trainerId === b.trainerId &&
  a.roomId === b.roomId &&
  a.mode === b.mode;

/** One word for a cell, so that colour is never alone. */
export const verdictWords: Readonly<Record<Verdict['state'], string>> = {
  here: 'ici',
  free: 'libre',
  warning: 'à confirmer',
  refused: 'impossible',
};

/** « Mardi 24 novembre 2026, après-midi, Salle 2 : libre. » */
export function sayVerdict(cell: CellPlace, { state, findings }: Verdict): string {
  const half = cell.halfDay === 'morning' ? 'matin' : 'après-midi';
  const where = `${formatLongDay(cell.date)}, ${half}, ${cell.lineName}`;
  const why = findings.map(({ message }) => message).join(' ');
  const words = `${where} : ${verdictWords[state]}.`;
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${why ? ` ${why}` : ''}`;
}
