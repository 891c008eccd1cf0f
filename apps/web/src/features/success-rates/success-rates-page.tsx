import type { Answer } from '@jalon/contract';
import { countNoun, formatRate } from '@jalon/domain';
import { Stack, Text, Title } from '@mantine/core';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { DownloadButton } from '../../components/download-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PathLink } from '../../components/path-link.tsx';
import { SourceNote } from '../../components/source-note.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';

type Rates = Answer<'GET /success-rates'>;
type Year = Rates['years'][number];
type Cohort = Rates['cohorts'][number];
type Row = Pick<Year, 'title' | 'numerator' | 'denominator' | 'rate' | 'blocks'>;

/** The results that the centre publishes, by year and by cohort, with how they are counted. */
export function Page() {
  const read = useRead('GET /success-rates', {});
  return (
    <WhenRead read={read}>
      {({ years, cohorts, method, source }) => (
        <Stack gap="md">
          <PageHeader
            title={describe(years)}
            overline="À publier : indicateurs 2 et 3 de Qualiopi"
            actions={
              <DownloadButton from="GET /success-rates/file" request={{}}>
                Tout exporter (CSV)
              </DownloadButton>
            }
          />
          <Text size="sm" c="dimmed" maw="52rem">
            {keepFrenchSpaces(method)} <SourceNote source={source} />
          </Text>
          <Title order={2}>Par année</Title>
          <DataList
            name="annees"
            label="Par année"
            rows={years}
            rowKey={({ year, frameworkId }) => `${year} ${frameworkId}`}
            columns={[
              { key: 'annee', header: 'Année', value: ({ year }: Year) => year, isFilter: true },
              ...rateColumns,
            ]}
            empty={nothing}
          />
          <Title order={2}>Par cohorte</Title>
          <DataList
            name="cohortes"
            label="Par cohorte"
            rows={cohorts}
            rowKey={({ cohortId }) => cohortId}
            columns={[
              {
                key: 'cohorte',
                header: 'Cohorte',
                value: ({ name }: Cohort) => name,
                cell: ({ name, cohortId }) => (
                  <PathLink path={paths.board(cohortId)}>{name}</PathLink>
                ),
              },
              ...rateColumns,
            ]}
            empty={nothing}
          />
        </Stack>
      )}
    </WhenRead>
  );
}

const nothing = (
  <EmptyState title="Aucun résultat">
    Un taux apparaît dès qu’un jury clos a jugé quelqu’un sur un bloc.
  </EmptyState>
);

/** The last year, of all certifications: each has a line of its own below. */
function describe(years: Rates['years']): string {
  const [last] = years;
  if (!last) return 'Aucun jury n’a encore jugé personne';
  const own = years.filter(({ year }) => year === last.year);
  const certified = own.reduce((total, { numerator }) => total + numerator, 0);
  const judged = own.reduce((total, { denominator }) => total + denominator, 0);
  return `En ${last.year}, ${countNoun(certified, 'certifié')} sur ${countNoun(judged, 'présenté')}`;
}

const tell = ({ numerator, denominator }: Pick<Row, 'numerator' | 'denominator'>): string =>
  denominator === 0
    ? '–'
    : `${formatRate(numerator, denominator)} (${numerator} sur ${denominator})`;

const rateColumns: readonly Column<Row>[] = [
  { key: 'certification', header: 'Certification', value: ({ title }) => title, isFilter: true },
  {
    key: 'taux',
    header: 'Réussite',
    value: ({ rate }) => rate,
    cell: (row) => <strong>{tell(row)}</strong>,
    exported: tell,
  },
  {
    key: 'blocs',
    header: 'Bloc par bloc',
    value: ({ blocks }) => blocks.map((block) => `${block.code} ${tell(block)}`).join(', '),
    cell: ({ blocks }) => (
      <Stack gap={2}>
        {blocks.map((block) => (
          <span key={block.code} title={block.name}>
            {block.code} · {tell(block)}
          </span>
        ))}
      </Stack>
    ),
  },
];
