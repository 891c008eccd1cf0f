import type { HolidayZone } from '@jalon/domain';
import { Fieldset, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { suggestSlug, zoneChoices } from './words.ts';

/** A new centre: its name, its first site, and who coordinates it. */
export function OpenCentreDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useForm({
    initialValues: {
      name: '',
      slug: '',
      siteName: '',
      siteAddress: '',
      holidayZone: 'metropole' as HolidayZone,
      coordinator: { givenName: '', birthName: '', email: '' },
    },
  });
  const open = useWrite('POST /platform/centres', { invalidates: ['GET /platform/centres'] });
  const { problem, land, clear } = useFormProblem(form);
  const rename = (name: string) => {
    const follows = form.values.slug === suggestSlug(form.values.name);
    form.setFieldValue('name', name);
    if (follows) form.setFieldValue('slug', suggestSlug(name));
  };
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      await open.mutateAsync({ body });
      notifyDone(`${body.name} est ouvert. Un mail part à ${body.coordinator.email}.`);
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title="Ouvrir un centre"
      lead="Le centre reçoit sa propre copie des référentiels de la bibliothèque. La personne qui le coordonne reçoit un mail pour choisir son mot de passe."
      submitLabel="Ouvrir le centre"
      problem={problem}
      isPending={open.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Nom du centre"
        data-autofocus
        {...form.getInputProps('name')}
        onChange={(event) => rename(event.currentTarget.value)}
      />
      <TextInput
        label="Identifiant"
        description="Lettres minuscules, chiffres et tirets."
        {...form.getInputProps('slug')}
      />
      <Fieldset legend="Premier site">
        <Stack gap="sm">
          <TextInput label="Nom du site" {...form.getInputProps('siteName')} />
          <TextInput label="Adresse" {...form.getInputProps('siteAddress')} />
          <NativeSelect
            label="Jours fériés"
            data={zoneChoices}
            {...form.getInputProps('holidayZone')}
          />
        </Stack>
      </Fieldset>
      <Fieldset legend="Qui coordonne">
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label="Prénom" {...form.getInputProps('coordinator.givenName')} />
            <TextInput label="Nom" {...form.getInputProps('coordinator.birthName')} />
          </SimpleGrid>
          <TextInput
            label="Adresse mail"
            type="email"
            {...form.getInputProps('coordinator.email')}
          />
        </Stack>
      </Fieldset>
    </FormDialog>
  );
}
