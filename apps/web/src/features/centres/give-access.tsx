import { Button, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../components/can.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { teams } from './words.ts';

const staffRoles = ['coordinator', 'trainer', 'director', 'certifier'] as const;
type StaffRole = (typeof staffRoles)[number];

/** « Donner un accès » and its form. */
export function GiveAccess() {
  const [isOpen, dialog] = useDisclosure();
  return (
    <Can permission="centre:write">
      <Button variant="filled" onClick={dialog.open}>
        Donner un accès
      </Button>
      {isOpen && <AccessDialog onClose={dialog.close} />}
    </Can>
  );
}

function AccessDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useForm({
    initialValues: { givenName: '', birthName: '', email: '', role: 'trainer' as StaffRole },
  });
  const add = useWrite('POST /centre/members', { invalidates: ['GET /centre'] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      await add.mutateAsync({ body });
      notifyDone(`Un mail part à ${body.email} pour choisir son mot de passe.`);
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title="Donner un accès"
      lead="La personne reçoit un mail et choisit elle-même son mot de passe : personne d’autre ne le connaît."
      submitLabel="Donner l’accès"
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
      <NativeSelect
        label="Rôle"
        data={staffRoles.map((value) => ({
          value,
          label: teams.find(({ role }) => role === value)?.singular ?? value,
        }))}
        {...form.getInputProps('role')}
      />
    </FormDialog>
  );
}
