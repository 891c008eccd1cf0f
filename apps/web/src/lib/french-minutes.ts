/**
 * A length of time as people type it — `3 h 30`, `3h`, `3:30`, `3,5`, `45 min`, `14` (hours) — in
 * minutes; `null` when it cannot be read.
 */
export function parseMinutes(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const minutesOnly = /^(\d{1,4}) ?min(?:utes?)?$/.exec(typed);
  if (minutesOnly) return Number(minutesOnly[1]);
  const hours = /^(\d{1,4}) ?(?:h|:|heures?) ?(\d{1,2})?(?: ?min)?$/.exec(typed);
  if (hours) return addMinutes(Number(hours[1]), Number(hours[2] ?? 0));
  const decimal = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(typed);
  if (!decimal) return null;
  const minutes = Number(`${decimal[1]}.${decimal[2] ?? 0}`) * 60;
  return Number.isInteger(minutes) ? minutes : null;
}

/** An hour of the day — `9 h`, `9h30`, `13:30` — in minutes since midnight; `null` when it is none. */
export function parseTime(text: string): number | null {
  const minutes = parseMinutes(text);
  return minutes !== null && minutes < 24 * 60 && !text.includes('min') ? minutes : null;
}

const addMinutes = (hours: number, minutes: number): number | null =>
  minutes < 60 ? hours * 60 + minutes : null;
