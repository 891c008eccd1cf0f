import type { PlainDate } from '../plain-date.ts';

/** A whole day as the subscribers of a calendar were last told of it, under one UID. */
export interface ToldDay {
  readonly date: PlainDate;
  /** 0 for the first version (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  readonly isCancelled: boolean;
}

/**
 * What the subscribers of a day are told of it now: it is added, moves or comes back with a
 * `sequence` that goes up, and is cancelled when there is none any more. A day that is past was
 * held as far as anybody knows: it stays as it was told. `null` when nobody was told of any.
 *
 * @param date the day as it is planned now, `null` when none is
 */
export function keepToldDay(
  told: ToldDay | null,
  date: PlainDate | null,
  today: PlainDate,
): ToldDay | null {
  if (told === null) return date === null ? null : { date, sequence: 0, isCancelled: false };
  const next = { sequence: told.sequence + 1 };
  if (date === null)
    return told.isCancelled || told.date < today ? told : { ...told, ...next, isCancelled: true };
  if (date === told.date && !told.isCancelled) return told;
  return { ...next, date, isCancelled: false };
}
