import { Switch, TextInput } from '@mantine/core';
import { FormDialog } from '../../components/form-dialog.tsx';
import { VersionConflict } from '../../components/version-conflict.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import type { RegistrySettings } from './registry-words.ts';

type Values = Omit<RegistrySettings, 'revision'>;

const toValues = (settings: RegistrySettings | null): Values => ({
  emitterClientId: settings?.emitterClientId ?? '',
  certifierClientId: settings?.certifierClientId ?? '',
  contractId: settings?.contractId ?? '',
  asksForNir: settings?.asksForNir ?? false,
});

/** The identifiers that the Caisse des Dépôts gave, and whether it wants social security numbers. */
export function SettingsDialog({
  settings,
  onClose,
}: {
  readonly settings: RegistrySettings | null;
  readonly onClose: () => void;
}) {
  const edit = useVersionedForm(settings, toValues);
  const { form, version, problem, attempt } = edit;
  const save = useWrite('PUT /registry-settings', { invalidates: ['GET /registry-reports'] });
  const send = (revision: number | null) =>
    attempt(async () => {
      await save.mutateAsync({ body: { ...form.values, revision } });
      notifyDone('Les identifiants sont enregistrés.');
      onClose();
    });
  return (
    <FormDialog
      title="Identifiants auprès de la Caisse des Dépôts"
      lead="Ils sont sur le portail des certificateurs. Si le certificateur envoie lui-même, les deux identifiants client sont le même."
      submitLabel="Enregistrer"
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version?.revision ?? null))}
      onClose={onClose}
    >
      <VersionConflict edit={edit} compare={compare} onKeepMine={send} isPending={save.isPending} />
      <TextInput
        label="Identifiant client de qui envoie"
        description="8 caractères : idClient de l’émetteur."
        data-autofocus
        {...form.getInputProps('emitterClientId')}
      />
      <TextInput
        label="Identifiant client du certificateur"
        description="8 caractères : idClient du certificateur."
        {...form.getInputProps('certifierClientId')}
      />
      <TextInput
        label="Identifiant de contrat"
        description="20 caractères au plus : idContrat."
        {...form.getInputProps('contractId')}
      />
      <Switch
        label="Le certificateur demande le numéro de sécurité sociale"
        description="Non, sauf demande écrite de sa part. Ne plus le demander efface les numéros gardés."
        {...form.getInputProps('asksForNir', { type: 'checkbox' })}
      />
    </FormDialog>
  );
}

const compare = (mine: Values, theirs: Values) => [
  { label: 'Qui envoie', mine: mine.emitterClientId, theirs: theirs.emitterClientId },
  { label: 'Certificateur', mine: mine.certifierClientId, theirs: theirs.certifierClientId },
  { label: 'Contrat', mine: mine.contractId, theirs: theirs.contractId },
  {
    label: 'Numéro de sécurité sociale',
    mine: mine.asksForNir ? 'demandé' : 'non demandé',
    theirs: theirs.asksForNir ? 'demandé' : 'non demandé',
  },
];
