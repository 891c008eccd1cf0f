import type { Answer } from '@jalon/contract';
import { checkCredentialFile, formatDay } from '@jalon/domain';
import { Button, FileButton } from '@mantine/core';
import { DownloadButton } from '../../components/download-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';
import { notifyDone } from '../../lib/notify.ts';
import { ProblemError } from '../../lib/problem-error.ts';
import { readFile } from '../../lib/read-file.ts';
import { useAct } from '../../lib/use-act.ts';
import classes from './assessments.module.css';

type Held = Answer<'GET /enrolments/:enrolmentId/credentials'>['credentials'][number];

/** The scan of an attestation: read, joined, or replaced by another; earlier ones stay readable. */
export function CredentialScan({
  held,
  canWrite,
}: {
  readonly held: Held;
  readonly canWrite: boolean;
}) {
  const counts = !held.isSuperseded;
  const [current, ...earlier] = held.files;
  return (
    <div className={classes.scan}>
      {current && <ScanLink file={current} label={`Justificatif : ${current.fileName}`} />}
      {!current && counts && <span>Justificatif à joindre</span>}
      {canWrite && counts && <ScanChoice held={held} currentId={current?.id ?? null} />}
      {earlier.map((file) => (
        <ScanLink
          key={file.id}
          file={file}
          label={`Remplacé depuis : ${file.fileName}, joint le ${formatMoment(file.attachedAt)}`}
        />
      ))}
    </div>
  );
}

const ScanLink = ({
  file,
  label,
}: {
  readonly file: Held['files'][number];
  readonly label: string;
}) => (
  <DownloadButton
    size="compact-xs"
    variant="subtle"
    className={classes.scanName ?? ''}
    from="GET /credential-files/:fileId"
    request={{ params: { fileId: file.id } }}
  >
    {label}
  </DownloadButton>
);

/** Takes a file from the computer or the phone's camera; the former one is kept. */
function ScanChoice({
  held,
  currentId,
}: {
  readonly held: Held;
  readonly currentId: string | null;
}) {
  const attach = useWrite('POST /credentials/:credentialId/files');
  const { run, isPending, problem } = useAct(async (file: File) => {
    refuseUnfit(file);
    const { fileName, contentBase64 } = await readFile(file);
    await attach.mutateAsync({
      params: { credentialId: held.id },
      body: { fileName, contentBase64, expectedFileId: currentId },
    });
    notifyDone(currentId ? 'Le justificatif est remplacé.' : 'Le justificatif est joint.');
  });
  const what = currentId ? 'Remplacer le justificatif' : 'Joindre le justificatif';
  return (
    <>
      <FileButton
        onChange={(file) => file && run(file)}
        accept="application/pdf,image/jpeg,image/png"
      >
        {(props) => (
          <Button
            {...props}
            size="compact-xs"
            variant={currentId ? 'subtle' : 'default'}
            aria-label={`${what} de ${held.name} du ${formatDay(held.obtainedOn)}`}
            title="PDF, JPEG ou PNG, 5 Mo au plus"
            loading={isPending}
          >
            {what}
          </Button>
        )}
      </FileButton>
      <ProblemAlert problem={problem} />
    </>
  );
}

/**
 * What the rule says already of the size, before megabytes leave a phone: the API reads the bytes.
 * @throws ProblemError
 */
function refuseUnfit({ size, type }: File): void {
  const [refusal] = checkCredentialFile({ sizeBytes: size, mediaType: type, isSuperseded: false });
  if (!refusal) return;
  const title = 'Ce fichier ne peut pas être joint';
  throw new ProblemError({ code: 'rule_refused', title, detail: refusal.message });
}
