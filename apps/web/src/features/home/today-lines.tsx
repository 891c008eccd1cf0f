import type { Home } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { PathLink } from '../../components/path-link.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { TimeRange } from '../../components/time-range.tsx';
import { paths } from '../../lib/paths.ts';
import classes from './home.module.css';

/** The half-days of today, in the order of the day. */
export function TodayLines({ slots }: Pick<Home, 'slots'>) {
  return (
    <SectionCard title="Aujourd’hui au centre" isFlush>
      {slots.length === 0 ? (
        <p className={classes.none}>Aucune demi-journée n’est prévue aujourd’hui.</p>
      ) : (
        <ul className={classes.list}>
          {slots.map((slot) => (
            <li key={slot.slotId} className={classes.slot}>
              <div className={classes.time}>
                <TimeRange start={slot.startsAt} end={slot.endsAt} />
              </div>
              <div>
                <PathLink path={paths.sheet(slot.slotId)}>{slot.title}</PathLink>
                <div className={classes.why}>{describe(slot)}</div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

const describe = (slot: Home['slots'][number]): string =>
  [
    slot.cohortName,
    slot.room ?? 'salle à choisir',
    slot.trainerName ?? 'formateur à désigner',
    countNoun(slot.expectedCount, 'attendu'),
    ...(slot.isSigned ? ['feuille signée'] : []),
  ].join(' · ');
