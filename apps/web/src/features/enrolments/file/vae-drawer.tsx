import type { VaeItemView } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { TextInput } from '@mantine/core';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import { blankToNull } from '../words.ts';
import { FormDrawer } from './form-drawer.tsx';

type VaeValues = { settledOn: string; reference: string };

const valuesOf = (item: VaeItemView): VaeValues => ({
  settledOn: item.settledOn ?? '',
  reference: item.reference ?? '',
});

const sayDay = (day: string): string => (day ? formatDay(day) : '');

const compare = (mine: VaeValues, theirs: VaeItemView): ConflictField[] => {
  const other = valuesOf(theirs);
  return [
    { label: 'Jour', mine: sayDay(mine.settledOn), theirs: sayDay(other.settledOn) },
    { label: 'Référence', mine: mine.reference, theirs: other.reference },
  ];
};

interface VaeDrawerProps {
  readonly enrolmentId: string;
  readonly learnerName: string;
  readonly item: VaeItemView;
  readonly onClose: () => void;
}

/** Notes a piece of a VAE file; without a day, it is back among what is lacking. */
export function VaeDrawer({ enrolmentId, learnerName, item, onClose }: VaeDrawerProps) {
  const edit = useVersionedForm(item, valuesOf);
  const { form, version, problem, attempt } = edit;
  const save = useWrite('PUT /enrolments/:enrolmentId/vae-items');
  const send = (revision: number) =>
    attempt(async () => {
      const { settledOn, reference } = form.getValues();
      await save.mutateAsync({
        params: { enrolmentId },
        body: {
          code: item.code,
          settledOn: blankToNull(settledOn),
          reference: blankToNull(reference),
          revision,
        },
      });
      notifyDone('Le dossier de VAE est à jour.');
      onClose();
    });
  return (
    <FormDrawer
      title={`${item.name} : ${learnerName}`}
      submitLabel="Enregistrer"
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version.revision))}
      onClose={onClose}
    >
      <VersionConflict edit={edit} compare={compare} onKeepMine={send} isPending={save.isPending} />
      <DayField
        label="Au dossier depuis le"
        description={item.hint}
        {...form.getInputProps('settledOn')}
      />
      <TextInput
        label="Référence"
        description="Le numéro de la décision ou ce que le dossier contient."
        {...form.getInputProps('reference')}
      />
    </FormDrawer>
  );
}
