import type { ReceivedBlockView } from '@jalon/contract';
import { countNoun, formatShortDay } from '@jalon/domain';
import { useNavigate, useParams } from '@tanstack/react-router';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { receivedStates } from '../../components/received-block-words.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useSession } from '../../lib/session.ts';
import { ReceivedBlockPanel } from './received-block-panel.tsx';

const columns: readonly Column<ReceivedBlockView>[] = [
  {
    key: 'apprenant',
    header: 'Apprenant',
    value: (row) => row.learner,
    cell: (row) => (
      <TextLink
        to="/blocs-a-confirmer/$receivedBlockId"
        params={{ receivedBlockId: row.id }}
        search={true}
        fw={600}
      >
        {row.learner}
      </TextLink>
    ),
  },
  { key: 'bloc', header: 'Bloc', value: ({ sought }) => `${sought.code} · ${sought.name}` },
  { key: 'centre', header: 'Acquis à', value: (row) => row.centre, isFilter: true },
  {
    key: 'jury',
    header: 'Jury du',
    value: ({ acquired }) => acquired.decidedOn,
    cell: ({ acquired }) => formatShortDay(acquired.decidedOn),
    exported: ({ acquired }) => formatShortDay(acquired.decidedOn),
  },
  {
    key: 'etat',
    header: 'État',
    value: ({ state }) => receivedStates[state].label,
    cell: ({ state }) => (
      <StateBadge tone={receivedStates[state].tone}>{receivedStates[state].label}</StateBadge>
    ),
    isFilter: true,
  },
  { key: 'groupe', header: 'Cohorte', value: (row) => row.cohort.name, isFilter: true },
];

/** The certifier's page: blocks that another centre's jury acquired, those to answer first. */
export function Page() {
  const read = useRead('GET /received-blocks', {});
  const { receivedBlockId } = useParams({ strict: false }) as { receivedBlockId?: string };
  const { centre } = useSession();
  const navigate = useNavigate();
  return (
    <WhenRead read={read}>
      {(rows) => {
        const open = rows.find(({ id }) => id === receivedBlockId);
        const waiting = rows.filter(({ state }) => state === 'requested');
        const answered = rows.filter(({ state }) => state !== 'requested');
        return (
          <>
            <PageHeader
              title={
                waiting.length === 0
                  ? 'Aucun bloc à confirmer'
                  : `${countNoun(waiting.length, 'bloc')} à confirmer`
              }
              overline={centre.name}
            />
            <DataList
              label="Blocs acquis dans un autre centre"
              rows={[...waiting, ...answered]}
              rowKey={(row) => row.id}
              columns={columns}
              empty={
                <EmptyState title="Aucun apprenant ne vient d’un autre centre">
                  Quand ce centre importe le fichier signé d’un autre, les blocs qui y sont acquis
                  arrivent ici.
                </EmptyState>
              }
            />
            {open && (
              <ReceivedBlockPanel
                key={`${open.id} ${open.state}`}
                block={open}
                onClose={() => navigate({ to: '/blocs-a-confirmer', search: true })}
              />
            )}
          </>
        );
      }}
    </WhenRead>
  );
}
