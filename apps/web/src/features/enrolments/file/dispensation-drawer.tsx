import type { EnrolmentFile } from '@jalon/contract';
import { formatMinutes } from '@jalon/domain';
import { NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { MinutesField } from '../../../components/minutes-field.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { blankToNull } from '../words.ts';
import { FormDrawer } from './form-drawer.tsx';

/** Prepares a request: a module or a whole block, how many hours, on what evidence. */
export function DispensationDrawer({
  file,
  onClose,
}: {
  readonly file: EnrolmentFile;
  readonly onClose: () => void;
}) {
  const [first] = file.programme;
  const form = useForm({
    initialValues: {
      blockCode: first?.blockCode ?? '',
      moduleCode: '',
      requestedMinutes: first?.trainingMinutes ?? null,
      evidence: '',
    },
  });
  const block = file.programme.find(({ blockCode }) => blockCode === form.values.blockCode);
  const choose = (blockCode: string, moduleCode: string) => {
    const chosen = file.programme.find((one) => one.blockCode === blockCode);
    const module = chosen?.modules.find(({ code }) => code === moduleCode);
    const requestedMinutes = module?.minutes ?? chosen?.trainingMinutes ?? null;
    form.setValues({ blockCode, moduleCode, requestedMinutes });
  };
  const ask = useWrite('POST /enrolments/:enrolmentId/dispensations');
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await ask.mutateAsync({
        params: { enrolmentId: file.id },
        body: {
          blockCode: values.blockCode,
          moduleCode: blankToNull(values.moduleCode),
          requestedMinutes: values.requestedMinutes ?? 0,
          evidence: blankToNull(values.evidence),
        },
      });
      notifyDone('Le brouillon est prêt : déposez-le quand les pièces sont réunies.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDrawer
      title={`Demander une dispense pour ${file.person.name}`}
      saveLabel="Préparer la demande"
      problem={problem}
      isPending={ask.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label="Bloc"
        data={file.programme.map(({ blockCode, name, trainingMinutes }) => ({
          value: blockCode,
          label: `${blockCode} ${name} (${formatMinutes(trainingMinutes)})`,
        }))}
        {...form.getInputProps('blockCode')}
        onChange={(event) => choose(event.currentTarget.value, '')}
      />
      <NativeSelect
        label="Module"
        data={[
          { value: '', label: 'Tout le bloc' },
          ...(block?.modules ?? []).map(({ code, name, minutes }) => ({
            value: code,
            label: `${name} (${formatMinutes(minutes)})`,
          })),
        ]}
        {...form.getInputProps('moduleCode')}
        onChange={(event) => choose(form.values.blockCode, event.currentTarget.value)}
      />
      <MinutesField
        label="Heures demandées"
        description="Formation seulement : l’évaluation reste due."
        {...form.getInputProps('requestedMinutes')}
      />
      <Textarea
        label="Pièces justificatives"
        description="Diplômes, attestations, bulletins de paye."
        autosize
        minRows={3}
        {...form.getInputProps('evidence')}
      />
    </FormDrawer>
  );
}
