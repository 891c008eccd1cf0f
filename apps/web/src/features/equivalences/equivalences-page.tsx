import type { EquivalenceView } from '@jalon/contract';
import { countNoun, equivalenceStateNames, formatShortDay } from '@jalon/domain';
import { useNavigate, useParams } from '@tanstack/react-router';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { stateTones } from '../../components/equivalence-words.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { EquivalencePanel } from './equivalence-panel.tsx';

const columns: readonly Column<EquivalenceView>[] = [
  {
    key: 'apprenant',
    header: 'Apprenant',
    value: (row) => row.learner,
    cell: (row) => (
      <TextLink
        to="/equivalences/$equivalenceId"
        params={{ equivalenceId: row.id }}
        search={true}
        fw={600}
      >
        {row.learner}
      </TextLink>
    ),
  },
  {
    key: 'acquis',
    header: 'Bloc acquis',
    value: ({ acquired }) => `${acquired.blockCode} · ${acquired.frameworkTitle}`,
  },
  {
    key: 'pour',
    header: 'Pour le bloc',
    value: ({ sought }) => `${sought.blockCode} · ${sought.frameworkTitle}`,
  },
  {
    key: 'etat',
    header: 'État',
    value: (row) => equivalenceStateNames[row.state],
    cell: (row) => (
      <StateBadge tone={stateTones[row.state]}>{equivalenceStateNames[row.state]}</StateBadge>
    ),
    isFilter: true,
  },
  {
    key: 'demandee',
    header: 'Demandée',
    value: (row) => row.requestedOn,
    cell: (row) => formatShortDay(row.requestedOn),
    exported: (row) => formatShortDay(row.requestedOn),
  },
  { key: 'groupe', header: 'Cohorte', value: (row) => row.cohort.name, isFilter: true },
];

/** The certifier's page: the equivalences of a centre, those to answer first, one opened beside. */
export function Page() {
  const read = useRead('GET /equivalences', {});
  const { equivalenceId } = useParams({ strict: false }) as { equivalenceId?: string };
  const { centre } = useSession();
  const navigate = useNavigate();
  return (
    <WhenRead read={read}>
      {(rows) => {
        const open = rows.find(({ id }) => id === equivalenceId);
        // Whoever has waited longest comes first.
        const waiting = rows.filter(({ state }) => state === 'requested').toReversed();
        const answered = rows.filter(({ state }) => state !== 'requested');
        return (
          <>
            <PageHeader
              title={
                waiting.length === 0
                  ? 'Aucune équivalence à décider'
                  : `${countNoun(waiting.length, 'équivalence')} à décider`
              }
              overline={centre.name}
            />
            <DataList
              label="Équivalences"
              rows={[...waiting, ...answered]}
              rowKey={(row) => row.id}
              columns={columns}
              empty={
                <EmptyState title="Rien n’a encore été demandé">
                  Quand ce centre demande de reconnaître un bloc acquis sous une version antérieure,
                  la demande arrive ici.
                </EmptyState>
              }
            />
            {open && (
              <EquivalencePanel
                key={`${open.id} ${open.state}`}
                equivalence={open}
                onClose={() => navigate({ to: '/equivalences', search: true })}
              />
            )}
          </>
        );
      }}
    </WhenRead>
  );
}
