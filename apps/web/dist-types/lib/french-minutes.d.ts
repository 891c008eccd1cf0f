/**
 * A length of time as people type it — `3 h 30`, `3h`, `3:30`, `3,5`, `45 min`, `14` (hours) — in
 * minutes; `null` when it cannot be read.
 */
export declare function parseMinutes(text: string): number | null;
/** An hour of the day — `9 h`, `9h30`, `13:30` — in minutes since midnight; `null` when it is none. */
export declare function parseTime(text: string): number | null;
