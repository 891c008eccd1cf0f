import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayField } from '../../components/day-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';

interface CredentialFormProps {
  readonly enrolmentId: string;
  readonly code: string;
  readonly name: string;
  /** The credential that this one corrects; another one, such as a renewal, when absent. */
  readonly correctsId?: string;
  readonly onDone: () => void;
}

/** An attestation with its day, issuer and reference; its expiry follows from the framework. */
export function CredentialForm({
  enrolmentId,
  code,
  name,
  correctsId,
  onDone,
}: CredentialFormProps) {
  const form = useForm({ initialValues: { obtainedOn: '', issuer: '', reference: '' } });
  const save = useWrite('POST /enrolments/:enrolmentId/credentials');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty());
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await save.mutateAsync({
        params: { enrolmentId },
        body: { ...values, code, correctsId: correctsId ?? null },
      });
      notifyDone(`${name} est enregistrée.`);
      onDone();
    } catch (error) {
      land(error);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ProblemAlert problem={problem} />
        <DayField label="Obtenue ou renouvelée le" {...form.getInputProps('obtainedOn')} />
        <TextInput
          label="Organisme"
          description="Par exemple le CESU du département"
          {...form.getInputProps('issuer')}
        />
        <TextInput label="Référence (facultative)" {...form.getInputProps('reference')} />
        <Button type="submit" variant="filled" loading={save.isPending}>
          {correctsId ? 'Enregistrer la correction' : `Enregistrer ${name}`}
        </Button>
      </Stack>
    </form>
  );
}
