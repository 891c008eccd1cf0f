import type { Answer } from '@jalon/contract';
import { tellImportProgress } from '@jalon/domain';
import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { PageHeader } from '../../components/page-header.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { ImportOverline } from './import-overline.tsx';
import { describeReport, ReportView } from './report-view.tsx';

type FollowedImport = Answer<'GET /learner-imports/:importId'>;

/** How often an import under way is asked how far it is, in milliseconds. */
const askEvery = 500;

const isUnderWay = ({ state }: Pick<FollowedImport, 'state'>): boolean =>
  state === 'queued' || state === 'running';

interface FollowedImportProps {
  readonly cohortId: string;
  readonly importId: string;
  readonly onAgain: () => void;
}

/** An import that was asked for: how far it is, then what it did. The page may be left and found again. */
export function FollowedImport({ cohortId, importId, onAgain }: FollowedImportProps) {
  const cohort = useRead('GET /cohorts/:cohortId', { params: { cohortId } });
  const request = { params: { importId } };
  const first = useRead('GET /learner-imports/:importId', request);
  const isLive = first.data !== undefined && isUnderWay(first.data);
  const read = useRead('GET /learner-imports/:importId', request, {
    refetchInterval: isLive ? askEvery : false,
  });
  useRefreshAtEnd(isLive);
  return (
    <WhenRead read={read}>
      {(one) => (
        <>
          <PageHeader
            title={describeImport(one)}
            overline={
              <ImportOverline
                cohortId={cohortId}
                cohortName={cohort.data?.name ?? ''}
                file={one.fileName}
              />
            }
          />
          {isUnderWay(one) && <ImportProgress followed={one} />}
          {one.report && (
            <ReportView
              importId={importId}
              report={one.report}
              cohortId={cohortId}
              onAgain={onAgain}
            />
          )}
          {one.state === 'failed' && (
            <SectionCard title="Rien n’a été écrit" tone="attention">
              <p>{one.failure}</p>
              <Button variant="filled" onClick={onAgain}>
                Choisir un fichier
              </Button>
            </SectionCard>
          )}
        </>
      )}
    </WhenRead>
  );
}

/** What the lists showed before the learners came is read again. */
function useRefreshAtEnd(isLive: boolean): void {
  const client = useQueryClient();
  const wasLive = useRef(isLive);
  useEffect(() => {
    if (wasLive.current && !isLive) void client.invalidateQueries();
    wasLive.current = isLive;
  }, [client, isLive]);
}

function describeImport(one: FollowedImport): string {
  if (one.report) return describeReport(one.report);
  return one.state === 'failed' ? 'L’import n’a pas pu se faire' : 'Import en cours';
}

function ImportProgress({ followed: { state, step } }: { readonly followed: FollowedImport }) {
  const { done, total, sentence } = tellImportProgress(state, step);
  return (
    <SectionCard title="Où en est l’import">
      <div role="status">
        <ProgressLine done={done} total={total} label="Étapes de l’import">
          {sentence}
        </ProgressLine>
      </div>
      <Text c="dimmed" size="sm" mt="sm">
        Vous pouvez quitter cette page : l’import continue, et son compte rendu vous attend parmi
        les « Imports précédents » de la cohorte.
      </Text>
    </SectionCard>
  );
}
