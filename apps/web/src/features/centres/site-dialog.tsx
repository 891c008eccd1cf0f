import { NativeSelect, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { FormDialog } from '../../components/form-dialog.tsx';
import { VersionConflict } from '../../components/version-conflict.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { compareSites, emptySite, type Site, type SiteValues, toSiteValues } from './site.ts';
import { zoneChoices } from './words.ts';

const shownOn = { invalidates: ['GET /centre', 'GET /sites'] } as const;

export function AddSite({ onClose }: { readonly onClose: () => void }) {
  const form = useForm<SiteValues>({ initialValues: emptySite });
  const add = useWrite('POST /sites', shownOn);
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      await add.mutateAsync({ body });
      notifyDone(`Le site ${body.name} est ajouté.`);
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title="Ajouter un site"
      submitLabel="Ajouter le site"
      problem={problem}
      isPending={add.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <SiteFields form={form} />
    </FormDialog>
  );
}

interface ChangeSiteProps {
  readonly site: Site;
  readonly onClose: () => void;
}

export function ChangeSite({ site, onClose }: ChangeSiteProps) {
  const edit = useVersionedForm(site, toSiteValues);
  const { form, version, problem, attempt } = edit;
  const save = useWrite('PUT /sites/:siteId', shownOn);
  const send = (revision: number) =>
    attempt(async () => {
      await save.mutateAsync({
        params: { siteId: site.id },
        body: { ...form.values, revision },
      });
      notifyDone('Le site est enregistré.');
      onClose();
    });
  return (
    <FormDialog
      title={`Modifier le site ${site.name}`}
      submitLabel="Enregistrer"
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version.revision))}
      onClose={onClose}
    >
      <VersionConflict
        edit={edit}
        compare={compareSites}
        onKeepMine={send}
        isPending={save.isPending}
      />
      <SiteFields form={form} />
    </FormDialog>
  );
}

/** A site: its name, its address and the public holidays it follows. */
function SiteFields({ form }: { readonly form: UseFormReturnType<SiteValues> }) {
  return (
    <>
      <TextInput label="Nom" data-autofocus {...form.getInputProps('name')} />
      <TextInput label="Adresse" {...form.getInputProps('address')} />
      <NativeSelect
        label="Jours fériés"
        description="Le calendrier des cohortes de ce site les saute."
        data={zoneChoices}
        {...form.getInputProps('holidayZone')}
      />
    </>
  );
}
