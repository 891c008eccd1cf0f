import { countNoun } from '@jalon/domain';
import { DownloadButton } from '../../components/download-button.tsx';

/** The refused lines as a file, to correct and to import again. */
export function FailedRowsButton({
  importId,
  count,
  isPrimary = false,
}: {
  readonly importId: string;
  readonly count: number;
  readonly isPrimary?: boolean;
}) {
  return (
    <DownloadButton
      from="GET /learner-imports/:importId/failed-rows"
      request={{ params: { importId } }}
      variant={isPrimary ? 'filled' : 'default'}
    >
      Télécharger {countNoun(count, 'ligne')} en erreur
    </DownloadButton>
  );
}
