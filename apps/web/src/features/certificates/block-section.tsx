import type { Answer } from '@jalon/contract';
import { Button, Stack, Title } from '@mantine/core';
import { BlockAttestations } from '../../components/block-attestations.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { WithdrawDocument } from './withdraw-document.tsx';

type Standing = Answer<'GET /certificates'>[number];

/** The attestations of blocks, issued in one click for all that a jury has acquired. */
export function BlockSection({
  standing: { enrolmentId, acquiredBlocks },
}: {
  readonly standing: Standing;
}) {
  const issue = useWrite('POST /enrolments/:enrolmentId/block-attestations');
  const mayIssue = useIsAllowed('certificate:issue');
  if (acquiredBlocks.length === 0) return null;
  const missing = acquiredBlocks.filter(
    ({ attestation, acquiredAt }) => attestation === null && acquiredAt === null,
  ).length;
  const attest = () =>
    issue.mutate(
      { params: { enrolmentId } },
      { onSuccess: () => notifyDone('Les attestations de bloc sont délivrées.') },
    );
  return (
    <Stack mt="lg" gap="xs">
      <Title order={3} size="h4">
        Attestations de bloc
      </Title>
      <BlockAttestations
        blocks={acquiredBlocks}
        act={(attestation) =>
          mayIssue && <WithdrawDocument document={attestation} label="Corriger ou révoquer" />
        }
      />
      <ProblemAlert problem={issue.error} />
      {mayIssue && missing > 0 && (
        <Button loading={issue.isPending} onClick={attest}>
          {missing === 1
            ? 'Délivrer l’attestation qui manque'
            : `Délivrer les ${missing} attestations qui manquent`}
        </Button>
      )}
    </Stack>
  );
}
