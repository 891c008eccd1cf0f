import { countNoun, formatMinutes } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Hours } from '../../components/hours.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { type ListedVersion, stateWords } from './version.ts';
import { describeInstantDay } from './words.ts';

const columns: readonly Column<ListedVersion>[] = [
  {
    key: 'titre',
    header: 'Version',
    value: (row) => row.title,
    cell: (row) => (
      <TextLink to="/referentiels/$frameworkId" params={{ frameworkId: row.id }} fw={600}>
        {row.title}
      </TextLink>
    ),
  },
  {
    key: 'etat',
    header: 'État',
    value: (row) => stateWords[row.state].word,
    cell: (row) => (
      <StateBadge tone={stateWords[row.state].tone}>{stateWords[row.state].word}</StateBadge>
    ),
    isFilter: true,
  },
  { key: 'rncp', header: 'Fiche', value: (row) => row.rncp ?? 'Hors RNCP', isFilter: true },
  {
    key: 'mene',
    header: 'Mène à',
    value: (row) => (row.outcome === 'certificate' ? 'un certificat' : 'une attestation'),
    isFilter: true,
  },
  { key: 'blocs', header: 'Blocs', value: (row) => row.blockCount, align: 'end' },
  {
    key: 'heures',
    header: 'Heures annoncées',
    value: (row) => row.statedMinutes,
    cell: (row) => <Hours minutes={row.statedMinutes} />,
    exported: (row) => formatMinutes(row.statedMinutes),
    align: 'end',
  },
  { key: 'cohortes', header: 'Cohortes', value: (row) => row.cohortCount, align: 'end' },
  {
    key: 'publie',
    header: 'Publié le',
    value: (row) => row.publishedAt,
    cell: (row) => (row.publishedAt ? describeInstantDay(row.publishedAt) : '–'),
    exported: (row) => (row.publishedAt ? describeInstantDay(row.publishedAt) : ''),
  },
];

/** Every version of a certification's rules that the centre has. */
export function Page() {
  const read = useRead('GET /frameworks', {});
  const [isOpen, dialog] = useDisclosure();
  const create = (
    <Can permission="framework:write">
      <Button variant="filled" onClick={dialog.open}>
        Nouvelle certification
      </Button>
    </Can>
  );
  return (
    <WhenRead read={read}>
      {(versions) => (
        <>
          <PageHeader title={describeList(versions)} actions={create} />
          <DataList
            label="Référentiels"
            rows={versions}
            rowKey={(row) => row.id}
            columns={columns}
            empty={
              <EmptyState title="Aucun référentiel" action={create}>
                Un référentiel dit les blocs, les modules, les heures, les épreuves et les seuils
                d’une certification. Une cohorte en suit une version publiée.
              </EmptyState>
            }
          />
          {isOpen && <NewVersionDialog source={null} onClose={dialog.close} />}
        </>
      )}
    </WhenRead>
  );
}

function describeList(versions: readonly ListedVersion[]): string {
  const published = versions.filter(({ state }) => state === 'published').length;
  const drafts = versions.length - published;
  if (versions.length === 0) return 'Vos référentiels s’écriront ici';
  const ready = `${countNoun(published, 'référentiel prêt', 'référentiels prêts')} pour vos cohortes`;
  return drafts === 0 ? ready : `${ready}, ${countNoun(drafts, 'brouillon')} en cours`;
}
