import { type MinuteOfDay } from '@jalon/domain';
/** « 9 h – 12 h 30 », from minutes since midnight; each hour stays whole. */
export declare function TimeRange({ start, end, }: {
    readonly start: MinuteOfDay;
    readonly end: MinuteOfDay;
}): import("react").JSX.Element;
