import { NativeSelect, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
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
  const form = useForm<SiteValues>({ initialValues: toSiteValues(site) });
  // The version that was read when the form opened: a refresh of the page must not hide a conflict.
  const [revision, setRevision] = useState(site.revision);
  const save = useWrite('PUT /sites/:siteId', shownOn);
  const { problem, conflict, attempt } = useConflictForm<Site, SiteValues>(form);
  const { theirs } = conflict;
  const send = (known: number) =>
    attempt(async () => {
      await save.mutateAsync({
        params: { siteId: site.id },
        body: { ...form.values, revision: known },
      });
      notifyDone('Le site est enregistré.');
      onClose();
    });
  const take = (version: Site) => {
    form.setValues(toSiteValues(version));
    setRevision(version.revision);
    conflict.close();
  };
  return (
    <FormDialog
      title={`Modifier le site ${site.name}`}
      submitLabel="Enregistrer"
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(revision))}
      onClose={onClose}
    >
      {theirs && (
        <ConflictPanel
          fields={compareSites(form.values, theirs)}
          onKeepMine={() => send(theirs.revision)}
          onTakeTheirs={() => take(theirs)}
          isPending={save.isPending}
        />
      )}
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
