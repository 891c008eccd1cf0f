/** Lower case without accents, for comparing what people type. */
export declare const fold: (text: string) => string;
/**
 * A day as people type it — `5/10/2026`, `05.10.2026`, `05102026`, `5 octobre 2026`, `2026-10-05` —
 * as `YYYY-MM-DD`; `null` when it is none of these or no day of the calendar.
 */
export declare function parseFrenchDay(text: string): string | null;
/** What to say of a day that cannot be read. */
export declare function explainUnreadDay(text: string): string;
/** `2026-10-05` as « 05/10/2026 »; anything else as it is. */
export declare const showDay: (day: string) => string;
