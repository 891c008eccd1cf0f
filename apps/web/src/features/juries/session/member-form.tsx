import { Button, Checkbox, Fieldset, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../../lib/use-unsaved-guard.ts';
import { collegeWords, optionsOf } from '../words.ts';
import classes from './session.module.css';

const blank = {
  givenName: '',
  familyName: '',
  email: '',
  college: '',
  isChair: false,
  isAlternate: false,
  isInternal: false,
};

/** Adds a member; someone whose address is known in the centre is recognised. */
export function MemberForm({
  juryId,
  isOpen,
}: {
  readonly juryId: string;
  /** Shown at once while the jury is not complete. */
  readonly isOpen: boolean;
}) {
  const form = useForm({ initialValues: blank });
  const save = useWrite('POST /juries/:juryId/members');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty());
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      // An empty choice is sent as it is: the API answers at the field.
      const college = values.college as 'employer';
      await save.mutateAsync({ params: { juryId }, body: { ...values, college } });
      form.reset();
      notifyDone('Le membre est ajouté.');
    } catch (error) {
      land(error);
    }
  });
  return (
    <details className={classes.rules} open={isOpen}>
      <summary>Ajouter un membre</summary>
      <form onSubmit={submit} noValidate>
        <ProblemAlert problem={problem} />
        {/* Typing the next member waits for the end of this one: the form is emptied then. */}
        <Fieldset variant="unstyled" disabled={save.isPending} className={classes.fields}>
          <TextInput label="Prénom" {...form.getInputProps('givenName')} />
          <TextInput label="Nom" {...form.getInputProps('familyName')} />
          <TextInput label="Adresse mail" type="email" {...form.getInputProps('email')} />
          <NativeSelect
            label="Collège"
            data={[{ value: '', label: 'À choisir' }, ...optionsOf(collegeWords)]}
            {...form.getInputProps('college')}
          />
        </Fieldset>
        <div className={classes.boxes}>
          <Checkbox
            label="Préside la séance"
            {...form.getInputProps('isChair', { type: 'checkbox' })}
          />
          <Checkbox
            label="Suppléant, sans voix"
            {...form.getInputProps('isAlternate', { type: 'checkbox' })}
          />
          <Checkbox
            label="Travaille pour le centre ou le certificateur"
            {...form.getInputProps('isInternal', { type: 'checkbox' })}
          />
        </div>
        <Button type="submit" loading={save.isPending}>
          Ajouter ce membre
        </Button>
      </form>
    </details>
  );
}
