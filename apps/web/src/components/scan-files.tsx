import type { Answer } from '@jalon/contract';
import type { Finding } from '@jalon/domain';
import { Button, FileButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoment } from '../lib/french-moment.ts';
import { notifyDone } from '../lib/notify.ts';
import { ProblemError } from '../lib/problem-error.ts';
import { readFile } from '../lib/read-file.ts';
import { useAct } from '../lib/use-act.ts';
import { ProblemAlert } from './problem-alert.tsx';
import classes from './scan-files.module.css';

export type Scan = Answer<'POST /credentials/:credentialId/files'>;

interface ScanWords {
  /** « Justificatif » */
  readonly name: string;
  /** « le justificatif » */
  readonly withArticle: string;
  /** « Justificatif à joindre » */
  readonly missing: string;
  /** Of what, for those who do not see the screen: « de AFGSU 1 du 3 mars 2026 ». */
  readonly of: string;
  readonly attached: string;
  readonly replaced: string;
}

interface ScanFilesProps {
  /** The one in force first. */
  readonly files: readonly Scan[];
  readonly words: ScanWords;
  /** A link that downloads the scan. */
  readonly renderLink: (file: Scan, label: string, className: string) => ReactNode;
  /** One is awaited while there is none. */
  readonly isAwaited: boolean;
  /** What the rule says of the file before megabytes leave a phone: the API reads the bytes. */
  readonly check: (file: { sizeBytes: number; mediaType: string }) => readonly Finding[];
  /** Absent for those who only read. */
  readonly onAttach:
    | ((file: {
        readonly fileName: string;
        readonly contentBase64: string;
        readonly expectedFileId: string | null;
      }) => Promise<unknown>)
    | null;
}

/** The scan of a paper: read, joined, or replaced by another; earlier ones stay readable. */
export function ScanFiles(props: ScanFilesProps) {
  const { files, words, renderLink, isAwaited, onAttach } = props;
  const [current, ...earlier] = files;
  const name = classes.name ?? '';
  return (
    <div className={classes.scan}>
      {current && renderLink(current, `${words.name} : ${current.fileName}`, name)}
      {!current && isAwaited && <span>{words.missing}</span>}
      {onAttach && <ScanChoice {...props} onAttach={onAttach} currentId={current?.id ?? null} />}
      {earlier.map((file) =>
        renderLink(
          file,
          `Remplacé depuis : ${file.fileName}, joint le ${formatMoment(file.attachedAt)}`,
          name,
        ),
      )}
    </div>
  );
}

/** Takes a file from the computer or the phone's camera; the former one is kept. */
function ScanChoice({
  words,
  check,
  onAttach,
  currentId,
}: ScanFilesProps & {
  readonly onAttach: NonNullable<ScanFilesProps['onAttach']>;
  readonly currentId: string | null;
}) {
  const { run, isPending, problem } = useAct(async (file: File) => {
    const [refusal] = check({ sizeBytes: file.size, mediaType: file.type });
    if (refusal) throw cannotBeAttached(refusal.message);
    const { fileName, contentBase64 } = await readFile(file);
    await onAttach({ fileName, contentBase64, expectedFileId: currentId });
    notifyDone(currentId ? words.replaced : words.attached);
  });
  const what = `${currentId ? 'Remplacer' : 'Joindre'} ${words.withArticle}`;
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
            aria-label={`${what} ${words.of}`}
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

const cannotBeAttached = (detail: string): ProblemError =>
  new ProblemError({ code: 'rule_refused', title: 'Ce fichier ne peut pas être joint', detail });
