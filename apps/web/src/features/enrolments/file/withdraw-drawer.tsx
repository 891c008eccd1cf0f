import type { EnrolmentFile } from '@jalon/contract';
import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayField } from '../../../components/day-field.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { FormDrawer } from './form-drawer.tsx';

/** Notes that a learner leaves: the day and why. It can be undone from the file. */
export function WithdrawDrawer({
  file,
  onClose,
}: {
  readonly file: EnrolmentFile;
  readonly onClose: () => void;
}) {
  const form = useForm({ initialValues: { on: '', motive: '' } });
  const withdraw = useWrite('POST /enrolments/:enrolmentId/withdraw');
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await withdraw.mutateAsync({
        params: { enrolmentId: file.id },
        body: { ...values, revision: file.revision },
      });
      notifyDone('L’abandon est noté.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDrawer
      title={`Abandon de ${file.person.name}`}
      saveLabel="Noter l’abandon"
      problem={problem}
      isPending={withdraw.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text c="dimmed">
        Ses heures, appréciations et résultats restent au dossier. Plus aucun créneau n’est attendu
        après cette date.
      </Text>
      <DayField label="Dernier jour en formation" {...form.getInputProps('on')} />
      <Textarea label="Motif" autosize minRows={2} {...form.getInputProps('motive')} />
    </FormDrawer>
  );
}
