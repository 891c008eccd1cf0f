import type { Answer } from '@jalon/contract';
import { formatDay, joinWords } from '@jalon/domain';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { DownloadButton } from '../../components/download-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';

type Standing = Answer<'GET /certificates'>[number];
type Transfers = Answer<'GET /enrolments/:enrolmentId/transfers'>;

/** What a learner who goes on in another centre takes along: one signed file. */
export function TransferSection({ standing }: { readonly standing: Standing }) {
  const mayRead = useIsAllowed('transfer:read');
  const isConcerned = standing.certificate === null && standing.acquiredBlocks.length > 0;
  return mayRead && isConcerned ? <Transfers enrolmentId={standing.enrolmentId} /> : null;
}

function Transfers({ enrolmentId }: { readonly enrolmentId: string }) {
  const params = { enrolmentId };
  const read = useRead('GET /enrolments/:enrolmentId/transfers', { params });
  const write = useWrite('POST /enrolments/:enrolmentId/transfers');
  const mayWrite = useIsAllowed('transfer:write');
  // No notification: the line that appears says it, and a notification would lie over its buttons.
  const sign = () => write.mutate({ params });
  return (
    <Stack mt="lg" gap="xs">
      <Title order={3} size="h4">
        Transfert vers un autre centre
      </Title>
      <ProblemAlert problem={read.error} />
      {read.data && <TransferList known={read.data} />}
      <ProblemAlert problem={write.error} />
      {mayWrite && read.data?.refusals.length === 0 && !read.data.isCurrent && (
        <Button loading={write.isPending} onClick={sign}>
          {read.data.transfers.length === 0
            ? 'Établir le fichier de transfert'
            : 'Établir un fichier à jour'}
        </Button>
      )}
    </Stack>
  );
}

function TransferList({
  known: { transfers, isCurrent, refusals },
}: {
  readonly known: Transfers;
}) {
  const [last] = transfers;
  return (
    <>
      {refusals.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {!last && refusals.length === 0 && (
        <Text>
          Un apprenant qui poursuit dans un autre centre y emporte ses blocs acquis dans un fichier
          signé par votre centre.
        </Text>
      )}
      {last && !isCurrent && refusals.length === 0 && (
        <Text>Le dossier a changé depuis le dernier fichier.</Text>
      )}
      {transfers.map((transfer) => (
        <TransferLine key={transfer.id} transfer={transfer} />
      ))}
    </>
  );
}

function TransferLine({ transfer }: { readonly transfer: Transfers['transfers'][number] }) {
  const { id, writtenOn, writtenBy, blocks } = transfer;
  const request = { params: { transferId: id } };
  const day = formatDay(writtenOn);
  return (
    <div>
      <Text>
        {joinWords(blocks.map(({ code }) => code))}, établi le {day} par {writtenBy}
      </Text>
      <Group gap="xs" mt={4}>
        <DownloadButton
          size="compact-sm"
          aria-label={`Télécharger en PDF, transfert du ${day}`}
          from="GET /transfers/:transferId/document"
          request={request}
        >
          Télécharger en PDF
        </DownloadButton>
        <DownloadButton
          size="compact-sm"
          variant="subtle"
          aria-label={`Fichier signé seul, transfert du ${day}`}
          from="GET /transfers/:transferId/credential"
          request={request}
        >
          Fichier signé seul
        </DownloadButton>
      </Group>
    </div>
  );
}
