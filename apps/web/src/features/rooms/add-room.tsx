import { NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../components/form-dialog.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { RoomFields } from './room-fields.tsx';
import { type RoomValues, toRoomBody, toRoomValues } from './room-values.ts';

/** A new room: its site never changes afterwards. */
export function AddRoom({ onClose }: { readonly onClose: () => void }) {
  const sites = useRead('GET /sites', {});
  return (
    <WhenRead isPart read={sites}>
      {(choices) => <AddDialog sites={choices} onClose={onClose} />}
    </WhenRead>
  );
}

interface AddDialogProps {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

function AddDialog({ sites, onClose }: AddDialogProps) {
  const form = useForm<RoomValues>({ initialValues: toRoomValues(null, sites[0]?.id ?? '') });
  const add = useWrite('POST /rooms', { invalidates: ['GET /rooms'] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await add.mutateAsync({ body: { ...toRoomBody(values), siteId: values.siteId } });
      notifyDone(`La salle ${values.name} est ajoutée.`);
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title="Ajouter une salle"
      submitLabel="Ajouter la salle"
      problem={problem}
      isPending={add.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label="Site"
        data-autofocus
        data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('siteId')}
      />
      <RoomFields form={form} />
    </FormDialog>
  );
}
