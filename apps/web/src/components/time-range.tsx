import { formatTime, type MinuteOfDay } from '@jalon/domain';

/** « 9 h – 12 h 30 », from minutes since midnight; each hour stays whole. */
export function TimeRange({
  start,
  end,
}: {
  readonly start: MinuteOfDay;
  readonly end: MinuteOfDay;
}) {
  return (
    <span>
      <span style={{ whiteSpace: 'nowrap' }}>{formatTime(start)} –</span>{' '}
      <span style={{ whiteSpace: 'nowrap' }}>{formatTime(end)}</span>
    </span>
  );
}
