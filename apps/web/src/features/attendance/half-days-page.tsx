import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { SegmentedControl } from '@mantine/core';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import { DayField } from '../../components/day-field.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { isDay } from '../../lib/is-day.ts';
import { useIsAllowed, useSession } from '../../lib/session.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { halfDayColumns } from './half-day-columns.tsx';
import classes from './half-days.module.css';
import { TodayHalfDays } from './today-half-days.tsx';

type HalfDays = Answer<'GET /half-days'>;
type Row = HalfDays['rows'][number];

/** The half-days of today, then the sheets that wait for a signature, or those of any period. */
export function Page() {
  const [shown, setShown] = useSearchParam('feuilles');
  const [whose, setWhose] = useSearchParam('de');
  const [cohortId] = useSearchParam('cohorte');
  const [from, setFrom] = useSearchParam('du');
  const [to, setTo] = useSearchParam('au');
  const { personId, roles } = useSession();
  const seesCentre = useIsAllowed('board:read');
  const isAll = shown === 'toutes';
  const read = useRead('GET /half-days', {
    query: {
      ...(seesCentre && whose === 'moi' ? { trainerId: personId } : {}),
      ...(cohortId ? { cohortId } : {}),
      ...(isAll && from && isDay(from) ? { from } : {}),
      ...(isAll && to && isDay(to) ? { to } : {}),
    },
  });
  return (
    <>
      <WhenRead read={read}>
        {(halfDays) => (
          <>
            <PageHeader
              title={sayState(halfDays)}
              overline={<Trail cohortId={cohortId} rows={halfDays.rows} />}
            />
            <TodayHalfDays rows={halfDays.rows} today={halfDays.today} />
          </>
        )}
      </WhenRead>
      <div className={classes.choices}>
        <SegmentedControl
          aria-label="Feuilles"
          data={[
            { value: 'a-signer', label: 'À signer' },
            { value: 'toutes', label: 'Toutes' },
          ]}
          value={isAll ? 'toutes' : 'a-signer'}
          onChange={(value) => setShown(value === 'toutes' ? value : undefined)}
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
        {isAll && (
          <>
            <DayField
              label="Du"
              value={from ?? read.data?.from ?? ''}
              onChange={(day) => setFrom(day || undefined)}
            />
            <DayField
              label="Au"
              value={to ?? read.data?.to ?? ''}
              onChange={(day) => setTo(day || undefined)}
            />
          </>
        )}
      </div>
      {read.data && <OtherDays halfDays={read.data} isAll={isAll} />}
    </>
  );
}

function OtherDays({
  halfDays: { rows, today },
  isAll,
}: {
  readonly halfDays: HalfDays;
  readonly isAll: boolean;
}) {
  const kept = isAll ? rows.toReversed() : rows.filter((row) => isWaiting(row, today));
  return (
    <DataList
      label={isAll ? 'Feuilles d’émargement' : 'Feuilles à signer'}
      rows={kept}
      rowKey={({ slot }) => slot.id}
      columns={halfDayColumns}
      empty={
        isAll ? (
          <EmptyState title="Aucune demi-journée sur cette période">
            Les feuilles viennent du calendrier des cohortes. Choisissez d’autres dates.
          </EmptyState>
        ) : (
          <EmptyState title="Toutes les feuilles sont signées">
            Une feuille apparaît ici dès le lendemain de sa demi-journée, tant que son formateur ne
            l’a pas signée. « Toutes » montre les autres.
          </EmptyState>
        )
      }
    />
  );
}

/** What the title counts: past days, not signed. Those of today have their own card. */
const isWaiting = ({ slot, state }: Row, today: string): boolean =>
  slot.date < today &&
  (state === 'to_sign' || state === 'late' || (state === 'cancelled' && slot.recordedCount > 0));

function sayState({ unsignedCount, rows, today }: HalfDays): string {
  if (unsignedCount > 0) return `${countNoun(unsignedCount, 'feuille')} en attente de signature`;
  const todays = rows.filter(({ slot }) => slot.date === today && slot.cancelReason === null);
  if (todays.length > 0) return `${countNoun(todays.length, 'demi-journée')} aujourd’hui`;
  return 'Toutes les feuilles sont à jour';
}

function Trail({
  cohortId,
  rows,
}: {
  readonly cohortId: string | undefined;
  readonly rows: readonly Row[];
}) {
  if (!cohortId) return 'Émargement';
  const name = rows.find(({ slot }) => slot.cohort.id === cohortId)?.slot.cohort.name;
  return (
    <>
      Émargement · {name ?? 'une cohorte'} ·{' '}
      <TextLink to="/emargement">voir toutes les cohortes</TextLink>
    </>
  );
}
