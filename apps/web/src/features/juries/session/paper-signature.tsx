import { withDe } from '@jalon/domain';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayField } from '../../../components/day-field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { readToday } from '../../../lib/read-today.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';

interface PaperSignatureProps {
  readonly juryId: string;
  readonly minutesId: string;
  readonly signer: { readonly memberId: string; readonly name: string };
  readonly heldOn: string;
  readonly onClose: () => void;
}

/** A member signed the printed minutes: the office notes it, and it stays marked as such. */
export function PaperSignature({
  juryId,
  minutesId,
  signer,
  heldOn,
  onClose,
}: PaperSignatureProps) {
  const note = useWrite('POST /juries/:juryId/minutes/paper-signatures');
  const today = readToday();
  const signedOn = today < heldOn ? heldOn : today;
  const form = useForm({ initialValues: { signedOn, note: '' } });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await note.mutateAsync({
        params: { juryId },
        body: { ...values, minutesId, memberId: signer.memberId },
      });
      notifyDone(`La signature sur papier ${withDe(signer.name)} est notée.`);
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={`${signer.name} a signé sur papier`}
      lead="Gardez l’original : il fait foi. La signature est marquée « sur papier, notée par le centre »."
      submitLabel="Noter la signature"
      problem={problem}
      isPending={note.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField label="Jour de la signature" {...form.getInputProps('signedOn')} />
      <TextInput label="Où l’original est rangé" {...form.getInputProps('note')} />
    </FormDialog>
  );
}
