import { checkAppraisalFile, formatDay } from '@jalon/domain';
import { DownloadButton } from '../../components/download-button.tsx';
import { ScanFiles } from '../../components/scan-files.tsx';
import { useWrite } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import type { Sheet } from './draft-saver.ts';

/** The scan of a form that the tutor signed on paper; nothing for what was signed online. */
export function AppraisalScan({ sheet: { id, block, signature } }: { readonly sheet: Sheet }) {
  const attach = useWrite('POST /appraisals/:appraisalId/files');
  const canWrite = useIsAllowed('appraisal:enter-paper');
  if (signature?.origin !== 'office_paper') return null;
  return (
    <ScanFiles
      files={signature.files}
      words={{
        name: 'Feuille papier',
        withArticle: 'le scan de la feuille',
        missing: 'Feuille papier sans scan',
        of: `du bloc ${block.code}, signée le ${formatDay(signature.signedOn)}`,
        attached: 'Le scan de la feuille est joint.',
        replaced: 'Le scan de la feuille est remplacé.',
      }}
      renderLink={(file, label, className) => (
        <DownloadButton
          key={file.id}
          size="compact-xs"
          variant="subtle"
          className={className}
          from="GET /appraisal-files/:appraisalFileId"
          request={{ params: { appraisalFileId: file.id } }}
        >
          {label}
        </DownloadButton>
      )}
      isAwaited
      check={(file) => checkAppraisalFile({ ...file, origin: 'office_paper', isSigned: true })}
      onAttach={
        canWrite ? (body) => attach.mutateAsync({ params: { appraisalId: id }, body }) : null
      }
    />
  );
}
