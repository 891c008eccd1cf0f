import type { Progress } from '@jalon/contract';
import { capitalise, formatLongDay } from '@jalon/domain';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { TimeRange } from '../../components/time-range.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './progress.module.css';

/** The assessment events to which I am convoked: my own hours, where, and what I sit there. */
export function OwnEvents({ events }: { readonly events: Progress['assessmentEvents'] }) {
  if (events.length === 0) return null;
  return (
    <SectionCard title={events.length > 1 ? 'Vos évaluations' : 'Votre évaluation'}>
      <ul className={classes.list}>
        {events.map((event) => (
          <li key={event.id} className={classes.item}>
            <strong>
              {capitalise(formatLongDay(event.on))},{' '}
              <TimeRange start={event.startsAt} end={event.endsAt} />
            </strong>{' '}
            {event.isCancelled && <StateBadge tone="bad">annulée</StateBadge>}
            <div className={classes.note}>
              {keepFrenchSpaces(`Bloc ${event.blockCode} : ${event.assessments.join(', ')}`)}
            </div>
            <div className={classes.note}>{keepFrenchSpaces(event.place)}</div>
            {event.extraTimeWords && (
              <div className={classes.note}>
                {keepFrenchSpaces(`Votre temps est aménagé : ${event.extraTimeWords}.`)}
              </div>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
