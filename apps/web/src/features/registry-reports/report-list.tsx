import { countNoun } from '@jalon/domain';
import { Text } from '@mantine/core';
import { DownloadButton } from '../../components/download-button.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { formatMoment } from '../../lib/french-moment.ts';
import type { Registry } from './registry-words.ts';

type Report = Registry['reports'][number];

/** The files made, the latest first: each may be had again as it was. */
export const ReportList = ({
  reports,
  mayDownload,
}: {
  readonly reports: readonly Report[];
  readonly mayDownload: boolean;
}) => (
  <SectionCard
    title="Fichiers produits"
    hint={`${countNoun(reports.length, 'fichier')}, le dernier d’abord`}
  >
    <RowList>
      {reports.map((report) => (
        <li key={report.id}>
          <div>
            <strong>{report.fileName}</strong>
            <Text size="xs" c="dimmed">
              {formatMoment(report.producedAt)}
              {report.producedBy && `, par ${report.producedBy}`} ·{' '}
              {countNoun(report.entryCount, 'personne')}
              {report.sha256 && ` · empreinte ${report.sha256.slice(0, 12)}…`}
            </Text>
          </div>
          <Standing report={report} />
          {mayDownload && !report.isErased && (
            <DownloadButton
              from="GET /registry-reports/:reportId/file"
              request={{ params: { reportId: report.id } }}
              size="xs"
            >
              Télécharger
            </DownloadButton>
          )}
        </li>
      ))}
    </RowList>
  </SectionCard>
);

function Standing({
  report: { accepted, rejected, waiting, entryCount },
}: {
  readonly report: Report;
}) {
  if (waiting === entryCount) return <StateBadge tone="ready">Sans réponse</StateBadge>;
  return (
    <>
      {accepted > 0 && <StateBadge tone="ok">{countNoun(accepted, 'accepté')}</StateBadge>}
      {rejected > 0 && <StateBadge tone="bad">{countNoun(rejected, 'rejeté')}</StateBadge>}
      {waiting > 0 && <StateBadge tone="mute">{waiting} sans réponse</StateBadge>}
    </>
  );
}
