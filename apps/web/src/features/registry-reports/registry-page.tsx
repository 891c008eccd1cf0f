import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { DownloadButton } from '../../components/download-button.tsx';
import { KeyFigures } from '../../components/key-figures.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { AcknowledgementDialog } from './acknowledgement-dialog.tsx';
import { PeopleList } from './people-list.tsx';
import { ProduceButton } from './produce-button.tsx';
import { countState, describeRegistry, type Registry } from './registry-words.ts';
import { ReportList } from './report-list.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

/** Who the Caisse des Dépôts is told of: to complete, to send, sent, answered; and the files. */
export function Page() {
  const read = useRead('GET /registry-reports', {});
  return <WhenRead read={read}>{(registry) => <RegistryView registry={registry} />}</WhenRead>;
}

function RegistryView({ registry }: { readonly registry: Registry }) {
  const { settings, people, reports } = registry;
  const [isConfiguring, configuration] = useDisclosure();
  const [isAnswering, answering] = useDisclosure();
  const maySend = useIsAllowed('registry-report:write');
  const due = people.filter(({ isDue }) => isDue).length;
  return (
    <>
      <PageHeader
        title={describeRegistry(registry)}
        overline="Accrochage au système d’information du CPF, pour le certificateur"
        actions={
          <>
            <DownloadButton from="GET /registry-reports/certified" request={{}}>
              CSV pour le certificateur
            </DownloadButton>
            {maySend && settings && (
              <>
                <Button onClick={configuration.open}>Identifiants</Button>
                {reports.length > 0 && <Button onClick={answering.open}>Importer un accusé</Button>}
                <ProduceButton people={people} due={due} />
              </>
            )}
          </>
        }
      />
      {!settings && (
        <SectionCard
          title="Entrez d’abord vos identifiants"
          tone="attention"
          actions={
            maySend && (
              <Button variant="filled" onClick={configuration.open}>
                Entrer les identifiants
              </Button>
            )
          }
        >
          <Text size="sm">
            La Caisse des Dépôts donne au certificateur un identifiant client et un identifiant de
            contrat, sur le portail des certificateurs. Sans eux, le fichier ne peut pas être
            produit ; le CSV, lui, est prêt.
          </Text>
        </SectionCard>
      )}
      <KeyFigures
        figures={[
          { label: 'À compléter', value: countState(people, 'to_complete') },
          { label: 'À envoyer', value: countState(people, 'to_send') },
          { label: 'Rejetés', value: countState(people, 'rejected') },
          { label: 'Sans réponse', value: countState(people, 'sent') },
          { label: 'Acceptés', value: countState(people, 'accepted') },
        ]}
      />
      <Stack gap="lg">
        <PeopleList registry={registry} />
        {reports.length > 0 && <ReportList reports={reports} maySend={maySend} />}
      </Stack>
      {isConfiguring && <SettingsDialog settings={settings} onClose={configuration.close} />}
      {isAnswering && <AcknowledgementDialog onClose={answering.close} />}
    </>
  );
}
