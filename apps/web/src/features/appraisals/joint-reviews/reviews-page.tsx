import type { Answer } from '@jalon/contract';
import { formatShortDay } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { DataList } from '../../../components/data-list/data-list.tsx';
import type { Column } from '../../../components/data-list/list-view.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import classes from './joint-reviews.module.css';
import { stateWords } from './review-words.ts';

type Row = Answer<'GET /joint-reviews'>['rows'][number];

/** Every joint review of the centre, and who has not signed it yet. */
export function Page() {
  const read = useRead('GET /joint-reviews', {});
  return (
    <WhenRead read={read}>
      {({ rows }) => (
        <>
          <PageHeader
            title={describeState(rows.filter(({ state }) => state === 'open').length)}
            overline={<TextLink to="/appreciations">Appréciations</TextLink>}
            actions={
              <Can permission="joint-review:open">
                <ButtonLink to="/points-de-parcours/ouvrir" variant="filled">
                  Ouvrir un point de parcours
                </ButtonLink>
              </Can>
            }
          />
          <DataList
            label="Points de parcours"
            rows={rows}
            rowKey={({ id }) => id}
            columns={columns}
            empty={<Nothing />}
          />
        </>
      )}
    </WhenRead>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: 'apprenant',
    header: 'Apprenant',
    value: (row) => row.learnerName,
    cell: (row) => (
      <TextLink
        to="/appreciations/points-de-parcours/$jointReviewId"
        params={{ jointReviewId: row.id }}
        fw={600}
      >
        {row.learnerName}
      </TextLink>
    ),
  },
  { key: 'cohorte', header: 'Cohorte', value: (row) => row.cohort.name, isFilter: true },
  {
    key: 'jour',
    header: 'Le',
    value: (row) => row.heldOn,
    cell: (row) => formatShortDay(row.heldOn),
  },
  {
    key: 'etat-du-point',
    header: 'État',
    value: (row) => stateWords[row.state].label,
    isFilter: true,
    cell: (row) => (
      <div>
        <StateBadge tone={stateWords[row.state].tone}>{stateWords[row.state].label}</StateBadge>
        <div className={classes.quiet}>{row.facts}</div>
      </div>
    ),
  },
];

const Nothing = () => (
  <EmptyState title="Aucun point de parcours">
    Après une appréciation, le tuteur, le formateur du centre et l’apprenant font le point : chacun
    écrit et signe son propre commentaire, et le jury les lit.
  </EmptyState>
);

function describeState(open: number): string {
  if (open === 0) return 'Aucun point de parcours n’attend de signature';
  return open === 1
    ? 'Un point de parcours attend des signatures'
    : `${open} points de parcours attendent des signatures`;
}
