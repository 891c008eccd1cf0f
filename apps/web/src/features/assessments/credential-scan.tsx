import type { Answer } from '@jalon/contract';
import { checkCredentialFile, formatDay } from '@jalon/domain';
import { DownloadButton } from '../../components/download-button.tsx';
import { ScanFiles } from '../../components/scan-files.tsx';
import { useWrite } from '../../lib/api.ts';

type Held = Answer<'GET /enrolments/:enrolmentId/credentials'>['credentials'][number];

/** The scan of an attestation that counts; of one put right, what was joined to it. */
export function CredentialScan({
  held,
  canWrite,
}: {
  readonly held: Held;
  readonly canWrite: boolean;
}) {
  const attach = useWrite('POST /credentials/:credentialId/files');
  const params = { credentialId: held.id };
  const counts = !held.isSuperseded;
  return (
    <ScanFiles
      files={held.files}
      words={{
        name: 'Justificatif',
        withArticle: 'le justificatif',
        missing: 'Justificatif à joindre',
        of: `de ${held.name} du ${formatDay(held.obtainedOn)}`,
        attached: 'Le justificatif est joint.',
        replaced: 'Le justificatif est remplacé.',
      }}
      renderLink={(file, label, className) => (
        <DownloadButton
          key={file.id}
          size="compact-xs"
          variant="subtle"
          className={className}
          from="GET /credential-files/:fileId"
          request={{ params: { fileId: file.id } }}
        >
          {label}
        </DownloadButton>
      )}
      isAwaited={counts}
      check={(file) => checkCredentialFile({ ...file, isSuperseded: false })}
      onAttach={canWrite && counts ? (body) => attach.mutateAsync({ params, body }) : null}
    />
  );
}
