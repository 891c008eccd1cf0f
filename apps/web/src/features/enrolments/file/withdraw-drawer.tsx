import type { EnrolmentFile } from '@jalon/contract';
import { enrolmentStateNames, withDe } from '@jalon/domain';
import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ConflictPanel } from '../../../components/conflict-panel.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useConflict } from '../../../lib/use-conflict.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { compareEntries, valuesOf } from './enrolment-drawer.tsx';
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
  const { theirs, take, close } = useConflict<EnrolmentFile>();
  const send = async (revision: number) => {
    clear();
    close();
    try {
      await withdraw.mutateAsync({
        params: { enrolmentId: file.id },
        body: { ...form.getValues(), revision },
      });
      notifyDone('L’abandon est noté.');
      onClose();
    } catch (error) {
      if (!take(error)) land(error);
    }
  };
  return (
    <FormDrawer
      title={`Abandon ${withDe(file.person.name)}`}
      submitLabel="Noter l’abandon"
      problem={problem}
      isPending={withdraw.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(file.revision))}
      onClose={onClose}
    >
      {theirs && (
        <ConflictPanel
          fields={[
            {
              label: 'État',
              mine: `abandon le ${form.values.on}`,
              theirs: describeState(theirs),
            },
            ...compareEntries(valuesOf(file), valuesOf(theirs)),
          ]}
          isPending={withdraw.isPending}
          onKeepMine={() => send(theirs.revision)}
          onTakeTheirs={onClose}
        />
      )}
      <Text c="dimmed">
        Ses heures, appréciations et résultats restent au dossier. Plus aucun créneau n’est attendu
        après cette date.
      </Text>
      <DayField label="Dernier jour en formation" {...form.getInputProps('on')} />
      <Textarea label="Motif" autosize minRows={2} {...form.getInputProps('motive')} />
    </FormDrawer>
  );
}

const describeState = ({ state, endsOn }: EnrolmentFile): string =>
  endsOn === null
    ? enrolmentStateNames[state].toLowerCase()
    : `${enrolmentStateNames[state].toLowerCase()}, jusqu’au ${endsOn}`;
