import { formatLongDay } from '@jalon/domain';
import classes from '../../components/calendar/month-grid.module.css';

interface EventListProps {
  readonly events: readonly { readonly date: string; readonly name: string }[];
}

/** Positioning and juries, beside the list of half-days. */
export function EventList({ events }: EventListProps) {
  if (events.length === 0) return null;
  return (
    <ul className={classes.events} aria-label="Dates de la cohorte">
      {events.map(({ date, name }) => (
        <li key={date + name}>
          <span className={classes.event}>{name}</span>
          {formatLongDay(date)}
        </li>
      ))}
    </ul>
  );
}
