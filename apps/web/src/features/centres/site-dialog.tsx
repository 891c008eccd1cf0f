import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import type { Site } from './site.ts';
import { zoneChoices } from './words.ts';

interface SiteDialogProps {
  /** The site to change; `null` adds one. */
  readonly site: Site | null;
  readonly onClose: () => void;
}

/** A site: its name, its address and the public holidays it follows. */
export function SiteDialog({ site, onClose }: SiteDialogProps) {
  const form = useForm({
    initialValues: {
      name: site?.name ?? '',
      address: site?.address ?? '',
      holidayZone: site?.holidayZone ?? ('metropole' as const),
    },
  });
  const add = useWrite('POST /sites', { invalidates: ['GET /centre', 'GET /sites'] });
  const save = useWrite('PUT /sites/:siteId', { invalidates: ['GET /centre', 'GET /sites'] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      if (site) await save.mutateAsync({ params: { siteId: site.id }, body });
      else await add.mutateAsync({ body });
      notifyDone(site ? 'Le site est enregistré.' : `Le site ${body.name} est ajouté.`);
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={site ? `Modifier le site ${site.name}` : 'Ajouter un site'}
      submitLabel={site ? 'Enregistrer' : 'Ajouter le site'}
      problem={problem}
      isPending={add.isPending || save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label="Nom" data-autofocus {...form.getInputProps('name')} />
      <TextInput label="Adresse" {...form.getInputProps('address')} />
      <NativeSelect
        label="Jours fériés"
        description="Le calendrier des cohortes de ce site les saute."
        data={zoneChoices}
        {...form.getInputProps('holidayZone')}
      />
    </FormDialog>
  );
}
