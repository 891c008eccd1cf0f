import type { Answer } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { DayField } from '../../components/day-field.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { showDay } from '../../lib/french-day.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';

type Certificate = NonNullable<Answer<'GET /certificates'>[number]['certificate']>;

/** Whether the copy went to the CPAM, or the form that notes the day: open as long as a day is typed. */
export function CpamCopy({ certificate }: { readonly certificate: Certificate }) {
  const { cpamCopySentOn } = certificate;
  const mayIssue = useIsAllowed('certificate:issue');
  const [isTyped, setTyped] = useState(false);
  if (cpamCopySentOn && !isTyped)
    return <p>Copie envoyée à la CPAM le {formatDay(cpamCopySentOn)}.</p>;
  if (!mayIssue) return null;
  return <CopyForm certificate={certificate} onTyped={setTyped} />;
}

function CopyForm({
  certificate: { id, cpamCopySentOn },
  onTyped,
}: {
  readonly certificate: Certificate;
  readonly onTyped: (isTyped: boolean) => void;
}) {
  const [replaces] = useState(cpamCopySentOn);
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { sentOn: '' },
    onValuesChange: ({ sentOn }) => onTyped(sentOn !== ''),
  });
  const save = useWrite('PUT /certificates/:certificateId/cpam-copy');
  const { problem, conflict, attempt } = useConflictForm<
    { readonly sentOn: string | null },
    { sentOn: string }
  >(form);
  useUnsavedGuard(form.isDirty());
  const send = (sentOn: string, known: string | null) =>
    attempt(async () => {
      await save.mutateAsync({
        params: { certificateId: id },
        body: { sentOn, replaces: known },
      });
      notifyDone('L’envoi à la CPAM est noté.');
      form.reset();
    });
  const { theirs } = conflict;
  const say = (day: string | null) => (day ? showDay(day) : 'pas encore envoyée');
  return (
    <form onSubmit={form.onSubmit(({ sentOn }) => send(sentOn, replaces))} noValidate>
      <Stack>
        <p>
          L’employeur doit une copie à la CPAM. Les rappels lui portent le titre et une lettre à
          dater et à signer ; notez le jour de l’envoi, ils s’arrêtent.
        </p>
        <DownloadButton
          from="GET /certificates/:certificateId/cpam-letter"
          request={{ params: { certificateId: id } }}
        >
          Lettre à la CPAM
        </DownloadButton>
        <ProblemAlert problem={problem} />
        {theirs && (
          <ConflictPanel
            fields={[
              {
                label: 'Copie envoyée à la CPAM le',
                mine: say(form.values.sentOn),
                theirs: say(theirs.sentOn),
              },
            ]}
            onKeepMine={() => send(form.values.sentOn, theirs.sentOn)}
            onTakeTheirs={async () => {
              await queries.invalidateQueries();
              form.reset();
            }}
            isPending={save.isPending}
          />
        )}
        <DayField label="Copie envoyée à la CPAM le" {...form.getInputProps('sentOn')} />
        <Button type="submit" loading={save.isPending}>
          Noter l’envoi
        </Button>
      </Stack>
    </form>
  );
}
