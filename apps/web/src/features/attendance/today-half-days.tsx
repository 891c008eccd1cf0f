import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Link } from '@tanstack/react-router';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { TimeRange } from '../../components/time-range.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './half-days.module.css';
import { sheetWords } from './sheet-words.ts';

type HalfDays = Answer<'GET /half-days'>;

/** The half-days of today, large enough for a thumb on a tablet. */
export function TodayHalfDays({ rows, today }: Pick<HalfDays, 'rows' | 'today'>) {
  const todays = rows.filter(({ slot }) => slot.date === today);
  if (todays.length === 0) return null;
  return (
    <SectionCard title="Aujourd’hui" hint={todays.length} isFlush>
      <ul className={classes.rows}>
        {todays.map((row) => (
          <HalfDay key={row.slot.id} row={row} />
        ))}
      </ul>
    </SectionCard>
  );
}

function HalfDay({ row }: { readonly row: HalfDays['rows'][number] }) {
  const { slot, state, fact, expectedCount, absentCount } = row;
  const { word, tone } = sheetWords[state];
  const place = slot.mode === 'remote' ? 'à distance' : slot.room?.name;
  return (
    <li>
      <Link to="/emargement/$slotId" params={{ slotId: slot.id }} className={classes.row ?? ''}>
        <span className={classes.when}>
          <TimeRange start={slot.startsAt} end={slot.startsAt + slot.minutes} />
        </span>
        <span>
          <span className={classes.name}>{slot.name}</span>
          <span className={classes.facts}>
            {[slot.cohort.name, place, slot.trainer?.name ?? 'sans formateur']
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className={classes.facts}>{keepFrenchSpaces(fact)}</span>
        </span>
        <span className={classes.state}>
          <StateBadge tone={tone}>{word}</StateBadge>
          <span className={classes.facts}>
            {countNoun(expectedCount, 'attendu')}
            {absentCount > 0 ? `, ${countNoun(absentCount, 'absent')}` : ''}
          </span>
        </span>
      </Link>
    </li>
  );
}
