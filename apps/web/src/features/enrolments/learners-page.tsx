import type { LearnerRow } from '@jalon/contract';
import {
  accessRouteNames,
  countNoun,
  enrolmentStateNames,
  formatMinutes,
  formatShortDay,
  funderNames,
} from '@jalon/domain';
import { Button, Menu } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Hours } from '../../components/hours.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { cohortSearch } from '../../lib/cohort-search.ts';
import classes from './enrolments.module.css';
import { stateTones } from './words.ts';

const columns: readonly Column<LearnerRow>[] = [
  {
    key: 'apprenant',
    header: 'Apprenant',
    value: (row) => row.name,
    cell: (row) => (
      <TextLink
        to="/apprenants/$enrolmentId"
        params={{ enrolmentId: row.id }}
        fw={600}
        className={classes.name ?? ''}
      >
        {row.name}
      </TextLink>
    ),
  },
  { key: 'groupe', header: 'Cohorte', value: (row) => row.cohort.name, isFilter: true },
  {
    key: 'etat',
    header: 'État',
    value: (row) => enrolmentStateNames[row.state],
    cell: (row) => (
      <StateBadge tone={stateTones[row.state]}>{enrolmentStateNames[row.state]}</StateBadge>
    ),
    isFilter: true,
  },
  {
    key: 'entree',
    header: 'Entrée',
    value: (row) => row.startsOn,
    cell: (row) => formatShortDay(row.startsOn),
    exported: (row) => formatShortDay(row.startsOn),
  },
  {
    key: 'heures',
    header: 'Heures dues',
    value: (row) => row.dueMinutes,
    cell: (row) => (
      <div>
        <Hours minutes={row.dueMinutes} />
        {row.waivedMinutes > 0 && (
          <div className={classes.soft}>dispense de {formatMinutes(row.waivedMinutes)}</div>
        )}
      </div>
    ),
    exported: (row) => formatMinutes(row.dueMinutes),
    align: 'end',
  },
  {
    key: 'employeur',
    header: 'Employeur et tuteur',
    value: (row) => [row.employerName, row.tutorName].filter(Boolean).join(', '),
    cell: (row) => (
      <div>
        <div>{row.employerName ?? <span className={classes.soft}>Sans employeur</span>}</div>
        {row.employerName && (
          <div className={classes.soft}>{row.tutorName ?? 'Tuteur à désigner'}</div>
        )}
      </div>
    ),
  },
  {
    key: 'voie',
    header: 'Voie d’accès',
    value: (row) => accessRouteNames[row.route],
    cell: (row) => (
      <div>
        <div>{accessRouteNames[row.route]}</div>
        <div className={classes.soft}>{funderNames[row.funder]}</div>
      </div>
    ),
    exported: (row) => `${accessRouteNames[row.route]}, ${funderNames[row.funder]}`,
    isFilter: true,
  },
  {
    key: 'dossier',
    header: 'Dossier',
    value: (row) => (row.toComplete.length > 0 ? 'À compléter' : 'Complet'),
    cell: (row) =>
      row.toComplete.length > 0 ? (
        <div>
          <StateBadge tone="warn">À compléter</StateBadge>
          <div className={classes.soft}>{row.toComplete.join(', ')}</div>
        </div>
      ) : (
        <StateBadge tone="ok">Complet</StateBadge>
      ),
    isFilter: true,
  },
];

/** Everyone who is or was enrolled; `?cohorte=` narrows to one cohort. */
export function Page() {
  const { cohorte } = useSearch({ strict: false }) as { cohorte?: string };
  const read = useRead('GET /enrolments', {
    query: { perPage: 2000, ...(cohorte ? { cohortId: cohorte } : {}) },
  });
  return (
    <WhenRead read={read}>
      {({ rows, incomplete }) => (
        <>
          <PageHeader
            title={describe(rows, incomplete)}
            overline={cohorte && rows[0] ? <CohortTrail name={rows[0].cohort.name} /> : undefined}
            actions={<Actions cohortId={cohorte ?? null} />}
          />
          <DataList
            label="Apprenants"
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            empty={
              <EmptyState title="Aucun apprenant" action={<Actions cohortId={cohorte ?? null} />}>
                Chacun apparaît ici avec sa cohorte, ses heures et ce qui manque à son dossier.
                <Can permission="enrolment:write">
                  {' '}
                  Inscrivez-les un par un, ou importez un fichier CSV ou Excel : Jalon montre ce
                  qu’il ferait avant d’écrire.
                </Can>
              </EmptyState>
            }
          />
        </>
      )}
    </WhenRead>
  );
}

function describe(rows: readonly LearnerRow[], incomplete: number): string {
  const active = rows.filter(({ state }) => state === 'active').length;
  const trained = `${countNoun(active, 'apprenant')} en formation`;
  if (rows.length === 0) return 'Aucun apprenant pour le moment';
  return incomplete === 0
    ? `${trained}, tous les dossiers sont complets`
    : `${trained}, ${countNoun(incomplete, 'dossier')} à compléter`;
}

const CohortTrail = ({ name }: { readonly name: string }) => (
  <>
    {name} · <TextLink to="/apprenants">voir toutes les cohortes</TextLink>
  </>
);

function Actions({ cohortId }: { readonly cohortId: string | null }) {
  return (
    <Can permission="enrolment:write">
      <ImportButton cohortId={cohortId} />
      <ButtonLink
        to="/apprenants/inscrire"
        {...(cohortId ? { search: cohortSearch(cohortId) } : {})}
        variant="filled"
      >
        Inscrire un apprenant
      </ButtonLink>
    </Can>
  );
}

/** A file is imported into a cohort: the one shown, or one of the list. */
function ImportButton({ cohortId }: { readonly cohortId: string | null }) {
  const cohorts = useRead(
    'GET /cohorts',
    { query: { takes: 'learners', perPage: 500 } },
    { enabled: !cohortId },
  );
  const navigate = useNavigate();
  if (cohortId)
    return (
      <ButtonLink to="/cohortes/$cohortId/import" params={{ cohortId }}>
        Importer un fichier
      </ButtonLink>
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button>Importer un fichier</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Dans quelle cohorte ?</Menu.Label>
        {(cohorts.data?.rows ?? []).map(({ id, name }) => (
          <Menu.Item
            key={id}
            onClick={() => navigate({ to: '/cohortes/$cohortId/import', params: { cohortId: id } })}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
