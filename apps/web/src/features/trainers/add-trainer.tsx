import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../components/can.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';

/** « Ajouter un formateur » and its form: it gives an access to the centre. */
export function AddTrainer() {
  const [isOpen, dialog] = useDisclosure();
  return (
    <Can permission="centre:write">
      <Button variant="filled" onClick={dialog.open}>
        Ajouter un formateur
      </Button>
      {isOpen && <AddDialog onClose={dialog.close} />}
    </Can>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useForm({ initialValues: { givenName: '', birthName: '', email: '' } });
  const add = useWrite('POST /centre/members', { invalidates: ['GET /trainers', 'GET /centre'] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await add.mutateAsync({ body: { ...values, role: 'trainer' } });
      notifyDone(`${values.givenName} ${values.birthName} est dans la liste : ouvrez sa fiche.`);
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title="Ajouter un formateur"
      lead="La personne reçoit un mail pour choisir son mot de passe : elle émarge sur ses créneaux. Sa fiche se complète ensuite ici."
      submitLabel="Ajouter"
      problem={problem}
      isPending={add.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label="Prénom" data-autofocus {...form.getInputProps('givenName')} />
        <TextInput label="Nom" {...form.getInputProps('birthName')} />
      </SimpleGrid>
      <TextInput label="Adresse mail" type="email" {...form.getInputProps('email')} />
    </FormDialog>
  );
}
