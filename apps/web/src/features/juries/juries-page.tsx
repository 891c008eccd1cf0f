import type { Answer } from '@jalon/contract';
import { countNoun, formatLongDay, formatShortDay, isJuryToHold } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useView, ViewSwitch } from '../../components/view-switch.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { stateWords } from './words.ts';

type Session = Answer<'GET /juries'>[number];

const columns: readonly Column<Session>[] = [
  {
    key: 'date',
    header: 'Séance',
    value: ({ heldOn }) => heldOn,
    exported: ({ heldOn }) => formatShortDay(heldOn),
    cell: ({ id, heldOn }) => (
      <TextLink to="/jurys/$juryId" params={{ juryId: id }}>
        {formatLongDay(heldOn)}
      </TextLink>
    ),
  },
  { key: 'lieu', header: 'Lieu', value: ({ place }) => place },
  {
    key: 'etat',
    header: 'État',
    value: ({ state }) => stateWords[state].label,
    cell: ({ state }) => (
      <StateBadge tone={stateWords[state].tone}>{stateWords[state].label}</StateBadge>
    ),
    isFilter: true,
  },
  { key: 'cohortes', header: 'Cohortes', value: ({ cohortNames }) => cohortNames.join(', ') },
  {
    key: 'candidats',
    header: 'Candidats',
    value: ({ candidateCount }) => candidateCount,
    align: 'end',
  },
  { key: 'membres', header: 'Membres', value: ({ memberCount }) => memberCount, align: 'end' },
  {
    key: 'decisions',
    header: 'Décisions',
    value: ({ decidedCount }) => decidedCount,
    align: 'end',
  },
];

const emptyTitles = { 'a-tenir': 'Aucun jury à tenir', clos: 'Aucun jury clos' };

/** The sessions of the jury: those still to be held, the closed ones beside. */
export function Page() {
  const read = useRead('GET /juries', {});
  const prepares = useIsAllowed('jury:prepare');
  const view = useView(['a-tenir', 'clos']);
  return (
    <WhenRead read={read}>
      {(all) => {
        const ahead = all.filter(({ state }) => isJuryToHold(state));
        const closed = all.filter(({ state }) => !isJuryToHold(state));
        return (
          <>
            <PageHeader
              title={describe(all)}
              actions={
                <>
                  <Can permission="jury:read">
                    <ButtonLink to="/jurys/representations">Blocs à représenter</ButtonLink>
                  </Can>
                  {prepares && (
                    <ButtonLink to="/jurys/nouveau" variant="filled">
                      Préparer un jury
                    </ButtonLink>
                  )}
                </>
              }
            />
            <ViewSwitch
              label="Jurys à montrer"
              view={view}
              views={[
                { value: 'a-tenir', label: `À tenir (${ahead.length})` },
                { value: 'clos', label: `Clos (${closed.length})` },
              ]}
            />
            <DataList
              label="Jurys"
              rows={view === 'clos' ? closed : ahead}
              rowKey={({ id }) => id}
              columns={columns}
              empty={
                <EmptyState
                  title={all.length === 0 ? 'Aucun jury' : emptyTitles[view]}
                  action={
                    prepares &&
                    all.length === 0 && (
                      <ButtonLink to="/jurys/nouveau">Préparer le premier jury</ButtonLink>
                    )
                  }
                >
                  Un jury paritaire décide, bloc par bloc, pour chaque candidat. Sa proposition
                  vient des épreuves et du tuteur ; ses décisions et son procès-verbal restent ici.
                </EmptyState>
              }
            />
          </>
        );
      }}
    </WhenRead>
  );
}

function describe(sessions: readonly Session[]): string {
  const open = sessions.filter(({ state }) => state === 'open').length;
  if (open > 0) return open === 1 ? 'Un jury est ouvert' : `${open} jurys sont ouverts`;
  const next = sessions.filter(({ state }) => state === 'prepared').at(-1);
  if (next) return `Prochain jury : ${formatLongDay(next.heldOn)}`;
  return sessions.length === 0
    ? 'Aucun jury pour l’instant'
    : countNoun(sessions.length, 'jury clos', 'jurys clos');
}
