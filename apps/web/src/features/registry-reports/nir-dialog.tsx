import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import type { RegistryPerson } from './registry-words.ts';

/** Enters a social security number; what is kept is never shown again. */
export function NirDialog({
  person,
  onClose,
}: {
  readonly person: RegistryPerson;
  readonly onClose: () => void;
}) {
  const form = useForm({ initialValues: { nir: '' } });
  const save = useWrite('PUT /people/:personId/nir', { invalidates: ['GET /registry-reports'] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      await save.mutateAsync({ params: { personId: person.personId }, body });
      notifyDone('Le numéro est enregistré, scellé.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={`Numéro de sécurité sociale : ${person.learnerName}`}
      lead="Le certificateur le demande. Il est chiffré, n’est plus jamais affiché, et s’efface dès que la Caisse des Dépôts a accepté la personne."
      submitLabel="Enregistrer le numéro"
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Numéro, clé comprise"
        description="15 caractères, par exemple sur la carte Vitale."
        autoComplete="off"
        inputMode="numeric"
        data-autofocus
        {...form.getInputProps('nir')}
      />
    </FormDialog>
  );
}
