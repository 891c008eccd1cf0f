import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { useWrite } from '../../../lib/api.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../../lib/use-unsaved-guard.ts';
import { conflictWords, optionsOf } from '../words.ts';
import classes from './session.module.css';
import type { Session } from './session.ts';

/** A tie that no data shows, such as family: the member stands aside for that candidate. */
export function ConflictForm({
  session: { id, members, candidates },
}: {
  readonly session: Session;
}) {
  const form = useForm({
    initialValues: { memberId: '', enrolmentId: '', kind: 'family', note: '' },
  });
  const save = useWrite('POST /juries/:juryId/conflicts');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty());
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      const kind = values.kind as keyof typeof conflictWords;
      await save.mutateAsync({ params: { juryId: id }, body: { ...values, kind } });
      form.reset();
    } catch (error) {
      land(error);
    }
  });
  const choices = (rows: readonly { value: string; label: string }[]) => [
    { value: '', label: 'À choisir' },
    ...rows,
  ];
  return (
    <details className={classes.rules}>
      <summary>Déclarer un lien</summary>
      <form onSubmit={submit} noValidate>
        <ProblemAlert problem={problem} />
        <div className={classes.fields}>
          <NativeSelect
            label="Membre"
            data={choices(members.map((member) => ({ value: member.id, label: member.name })))}
            {...form.getInputProps('memberId')}
          />
          <NativeSelect
            label="Candidat"
            data={choices(
              candidates.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name })),
            )}
            {...form.getInputProps('enrolmentId')}
          />
          <NativeSelect
            label="Nature du lien"
            data={optionsOf(conflictWords)}
            {...form.getInputProps('kind')}
          />
          <TextInput label="Précision (facultative)" {...form.getInputProps('note')} />
        </div>
        <Button type="submit" loading={save.isPending}>
          Noter la récusation
        </Button>
      </form>
    </details>
  );
}
