import type { Progress } from '@jalon/contract';
import { capitalise, formatLongDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { SectionCard } from '../../components/section-card.tsx';
import { TimeRange } from '../../components/time-range.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './progress.module.css';

const shownAtFirst = 6;

/** The next half-days, the others on a tap, then the jury. */
export function NextSlots({ slots, juryOn }: Pick<Progress, 'slots' | 'juryOn'>) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? slots : slots.slice(0, shownAtFirst);
  const rest = slots.slice(shown.length);
  const last = rest.at(-1);
  if (slots.length === 0 && juryOn === null) return null;
  return (
    <SectionCard title="Ensuite">
      <ul className={classes.list}>
        {shown.map((slot) => (
          <li key={slot.slotId} className={classes.item}>
            <strong>
              {capitalise(formatLongDay(slot.on))},{' '}
              <TimeRange start={slot.startsAt} end={slot.endsAt} />
            </strong>
            <div className={classes.note}>{keepFrenchSpaces(describe(slot))}</div>
          </li>
        ))}
        {last && (
          <li className={classes.item}>
            <div className={classes.note}>
              {rest.length === 1
                ? `Puis une demi-journée, le ${formatLongDay(last.on)}.`
                : `Puis ${rest.length} demi-journées, jusqu’au ${formatLongDay(last.on)}.`}
            </div>
            <Button fullWidth mt="xs" onClick={() => setIsWhole(true)}>
              Tout afficher
            </Button>
          </li>
        )}
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
