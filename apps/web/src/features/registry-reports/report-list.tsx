import { countNoun } from '@jalon/domain';
import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { DownloadButton } from '../../components/download-button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useWrite } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import type { Registry } from './registry-words.ts';

type Report = Registry['reports'][number];

/** The files made, the latest first: each may be had again as it was. */
export const ReportList = ({
  reports,
  maySend,
}: {
  readonly reports: readonly Report[];
  readonly maySend: boolean;
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
          {maySend && !report.isErased && (
            <DownloadButton
              from="GET /registry-reports/:reportId/file"
              request={{ params: { reportId: report.id } }}
              size="xs"
            >
              Télécharger
            </DownloadButton>
          )}
          {maySend && report.waiting === report.entryCount && <RefusedWhole report={report} />}
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

/** The portal took nothing of the file, and will give no acknowledgement: its people come back. */
function RefusedWhole({ report }: { readonly report: Report }) {
  const [isOpen, dialog] = useDisclosure();
  return (
    <>
      <Button size="xs" onClick={dialog.open}>
        Refusé en entier
      </Button>
      {isOpen && <RefusalDialog report={report} onClose={dialog.close} />}
    </>
  );
}

function RefusalDialog({
  report,
  onClose,
}: {
  readonly report: Report;
  readonly onClose: () => void;
}) {
  const form = useForm({ initialValues: { motive: '' } });
  const note = useWrite('POST /registry-reports/:reportId/refusal');
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      await note.mutateAsync({ params: { reportId: report.id }, body });
      notifyDone('Le refus est noté : ses certifiés sont à renvoyer.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title="Le portail a refusé tout le fichier ?"
      lead={`Un fichier illisible ne reçoit pas d’accusé. ${countNoun(report.entryCount, 'certifié redevient', 'certifiés redeviennent')} à envoyer, dans un nouveau fichier.`}
      submitLabel="Noter le refus"
      problem={problem}
      isPending={note.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Motif donné par le portail"
        data-autofocus
        {...form.getInputProps('motive')}
      />
    </FormDialog>
  );
}
