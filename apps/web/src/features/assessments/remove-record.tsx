import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';

interface RemoveRecordProps {
  readonly record: { readonly kind: 'result' | 'credential'; readonly id: string };
  /** In the question: « le passage n° 1 du 20/11/2026 ». */
  readonly what: string;
}

/** What was written down for the wrong person: taken back with a motive, and still readable. */
export function RemoveRecord({ record, what }: RemoveRecordProps) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="compact-xs" variant="subtle" aria-label={`Retirer ${what}`} onClick={open}>
        Retirer
      </Button>
      {isOpen && <RemovalDialog record={record} what={what} onClose={close} />}
    </>
  );
}

function RemovalDialog({
  record: { kind, id },
  what,
  onClose,
}: RemoveRecordProps & { readonly onClose: () => void }) {
  const form = useForm({ initialValues: { motive: '' } });
  const removeResult = useWrite('POST /assessment-results/:resultId/removal');
  const removeCredential = useWrite('POST /credentials/:credentialId/removal');
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      if (kind === 'result') await removeResult.mutateAsync({ params: { resultId: id }, body });
      else await removeCredential.mutateAsync({ params: { credentialId: id }, body });
      notifyDone('La saisie est retirée.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={`Retirer ${what} ?`}
      lead="Pour une saisie faite pour la mauvaise personne. Elle ne comptera plus et restera lisible dans l’historique."
      submitLabel="Retirer"
      problem={problem}
      isPending={removeResult.isPending || removeCredential.isPending}
      isLoss
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea
        label="Motif"
        description="Par exemple : saisie pour la mauvaise personne."
        autosize
        minRows={2}
        {...form.getInputProps('motive')}
      />
    </FormDialog>
  );
}
