import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { HealthCard } from './health-card.tsx';
import { OpenCentreDialog } from './open-centre-dialog.tsx';

type Row = Answer<'GET /platform/centres'>[number];

const columns: readonly Column<Row>[] = [
  { key: 'nom', header: 'Centre', value: (row) => row.name, cell: (row) => <b>{row.name}</b> },
  { key: 'id', header: 'Identifiant', value: (row) => row.slug },
  { key: 'sites', header: 'Sites', value: (row) => row.siteCount, align: 'end' },
  { key: 'cohortes', header: 'Cohortes', value: (row) => row.cohortCount, align: 'end' },
  { key: 'inscriptions', header: 'Inscriptions', value: (row) => row.learnerCount, align: 'end' },
];

/** The platform's view: which centres there are, never whom they train. */
export function Page() {
  const read = useRead('GET /platform/centres', {});
  const [isOpen, dialog] = useDisclosure();
  const open = (
    <Button variant="filled" onClick={dialog.open}>
      Ouvrir un centre
    </Button>
  );
  return (
    <WhenRead read={read}>
      {(centres) => (
        <>
          <PageHeader title={describePlatform(centres.length)} actions={open} />
          <HealthCard />
          <DataList
            label="Centres"
            rows={centres}
            rowKey={(row) => row.id}
            columns={columns}
            empty={
              <EmptyState title="Aucun centre" action={open}>
                Un centre s’ouvre avec un premier site, la bibliothèque des référentiels et une
                personne qui le coordonne.
              </EmptyState>
            }
          />
          {isOpen && <OpenCentreDialog onClose={dialog.close} />}
        </>
      )}
    </WhenRead>
  );
}

const describePlatform = (count: number): string =>
  count < 2
    ? countNoun(count, 'centre ouvert')
    : `${count} centres ouverts, chacun seul à voir ses données`;
