import type { Progress } from '@jalon/contract';
import { formatLongDay } from '@jalon/domain';
import { SectionCard } from '../../components/section-card.tsx';
import { TimeRange } from '../../components/time-range.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './progress.module.css';

/** The next half-days, then the jury. */
export function NextSlots({ slots, juryOn }: Pick<Progress, 'slots' | 'juryOn'>) {
  if (slots.length === 0 && juryOn === null) return null;
  return (
    <SectionCard title="Ensuite">
      <ul className={classes.list}>
        {slots.map((slot) => (
          <li key={slot.slotId} className={classes.item}>
            <strong>
              {capitalise(formatLongDay(slot.on))},{' '}
              <TimeRange start={slot.startsAt} end={slot.endsAt} />
            </strong>
            <div className={classes.note}>{keepFrenchSpaces(describe(slot))}</div>
          </li>
        ))}
        {juryOn !== null && (
          <li className={classes.item}>
            <strong>{capitalise(formatLongDay(juryOn))}</strong>
            <div className={classes.note}>Le jury se prononce sur vos blocs.</div>
          </li>
        )}
      </ul>
    </SectionCard>
  );
}

const describe = ({ title, room, isRemote, trainerName }: Progress['slots'][number]): string =>
  [title, isRemote ? 'à distance' : room, trainerName].filter(Boolean).join(' · ');

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
