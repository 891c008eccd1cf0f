import type { Answer } from '@jalon/contract';
import { countNoun, formatLongDay } from '@jalon/domain';
import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { TimeRange } from '../../components/time-range.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed, useSession } from '../../lib/session.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import classes from './half-days.module.css';
import { sheetWords } from './sheet-words.ts';

type HalfDays = Answer<'GET /half-days'>;
type Row = HalfDays['rows'][number];

export function Page() {
  const [shown, setShown] = useSearchParam('feuilles');
  const [whose, setWhose] = useSearchParam('de');
  const { personId, roles } = useSession();
  const seesCentre = useIsAllowed('board:read');
  const isOnlyMine = seesCentre && whose === 'moi';
  const read = useRead('GET /half-days', {
    query: isOnlyMine ? { trainerId: personId } : {},
  });
  return (
    <WhenRead read={read}>
      {({ rows, today }) => (
        <>
          <PageHeader title={sayState(rows, today)} overline="Émargement" />
          <div className={classes.choices}>
            <SegmentedControl
              aria-label="Feuilles"
              data={[
                { value: 'toutes', label: 'Toutes' },
                { value: 'a-signer', label: 'À signer' },
              ]}
              value={shown ?? 'toutes'}
              onChange={(value) => setShown(value === 'toutes' ? undefined : value)}
            />
            {seesCentre && roles.includes('trainer') && (
              <SegmentedControl
                aria-label="De qui"
                data={[
                  { value: 'centre', label: 'Tout le centre' },
                  { value: 'moi', label: 'Les miennes' },
                ]}
                value={whose ?? 'centre'}
                onChange={(value) => setWhose(value === 'centre' ? undefined : value)}
              />
            )}
          </div>
          <HalfDayGroups rows={shown === 'a-signer' ? rows.filter(isDue) : rows} today={today} />
        </>
      )}
    </WhenRead>
  );
}

const isDue = ({ state }: Row): boolean => state === 'to_sign' || state === 'late';

function sayState(rows: readonly Row[], today: string): string {
  const late = rows.filter(({ state }) => state === 'late').length;
  if (late > 0) return `${countNoun(late, 'feuille')} en retard de signature`;
  const toSign = rows.filter(({ state }) => state === 'to_sign').length;
  if (toSign > 0) return `${countNoun(toSign, 'feuille')} à signer`;
  const todays = rows.filter(({ slot }) => slot.date === today && slot.cancelReason === null);
  if (todays.length > 0) return `${countNoun(todays.length, 'demi-journée')} aujourd’hui`;
  return 'Toutes les feuilles sont à jour';
}

function HalfDayGroups({ rows, today }: Pick<HalfDays, 'rows' | 'today'>) {
  const todays = rows.filter(({ slot }) => slot.date === today);
  const past = rows.filter(({ slot }) => slot.date < today).toReversed();
  const next = rows.filter(({ slot }) => slot.date > today);
  if (rows.length === 0)
    return (
      <EmptyState title="Aucune feuille ici">
        Les demi-journées des deux dernières semaines et de la semaine qui vient s’affichent ici.
        Elles viennent du calendrier des cohortes.
      </EmptyState>
    );
  return (
    <>
      <Group title="Aujourd’hui" rows={todays} />
      <Group title="Ces deux dernières semaines" rows={past} hasDay />
      <Group title="À venir" rows={next} hasDay />
    </>
  );
}

function Group({
  title,
  rows,
  hasDay = false,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly hasDay?: boolean;
}) {
  if (rows.length === 0) return null;
  return (
    <SectionCard title={title} hint={rows.length} isFlush>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <HalfDay key={row.slot.id} row={row} hasDay={hasDay} />
        ))}
      </ul>
    </SectionCard>
  );
}

function HalfDay({ row, hasDay }: { readonly row: Row; readonly hasDay: boolean }) {
  const { slot, state, fact, expectedCount, absentCount } = row;
  const { word, tone } = sheetWords[state];
  const place = slot.mode === 'remote' ? 'à distance' : slot.room;
  return (
    <li>
      <Link to="/emargement/$slotId" params={{ slotId: slot.id }} className={classes.row ?? ''}>
        <span className={classes.when}>
          {hasDay && <span className={classes.day}>{formatLongDay(slot.date)}</span>}
          <TimeRange start={slot.startsAt} end={slot.startsAt + slot.minutes} />
        </span>
        <span className={classes.what}>
          <span className={classes.name}>{slot.name}</span>
          <span className={classes.facts}>
            {[slot.cohort.name, place, slot.trainer?.name ?? 'sans formateur']
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className={classes.facts}>{fact}</span>
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
