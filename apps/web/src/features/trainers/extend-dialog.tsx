import type { TrainerFile } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { DayField } from '../../components/day-field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { showDay } from '../../lib/french-day.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';

interface Ending {
  readonly validUntil: string | null;
}

interface ExtendDialogProps {
  readonly trainerId: string;
  readonly accreditation: TrainerFile['accreditations'][number];
  readonly onClose: () => void;
}

/** Another last day for an accreditation. */
export function ExtendDialog({ trainerId, accreditation, onClose }: ExtendDialogProps) {
  const { id, name } = accreditation;
  const [replaces] = useState(accreditation.validUntil);
  const form = useForm({ initialValues: { validUntil: replaces ?? '' } });
  const save = useWrite('PUT /trainers/:trainerId/accreditations/:accreditationId', {
    invalidates: ['GET /trainers', 'GET /trainers/:trainerId'],
  });
  const { problem, conflict, attempt } = useConflictForm<Ending, { validUntil: string }>(form);
  const send = (validUntil: string, known: string | null) =>
    attempt(async () => {
      await save.mutateAsync({
        params: { trainerId, accreditationId: id },
        body: { validUntil: validUntil || null, replaces: known },
      });
      notifyDone('La fin de l’habilitation est enregistrée.');
      onClose();
    });
  const { theirs } = conflict;
  const say = (day: string | null) => (day ? showDay(day) : 'sans date de fin');
  return (
    <FormDialog
      title={`Habilitation ${name}`}
      lead={
        replaces === null
          ? 'Elle n’a pas de date de fin.'
          : `Elle compte jusqu’au ${formatDay(replaces)}. Sans date, elle n’a pas de fin.`
      }
      submitLabel="Enregistrer la fin"
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(({ validUntil }) => send(validUntil, replaces))}
      onClose={onClose}
    >
      {theirs && (
        <ConflictPanel
          fields={[
            {
              label: 'Dernier jour',
              mine: say(form.values.validUntil),
              theirs: say(theirs.validUntil),
            },
          ]}
          onKeepMine={() => send(form.values.validUntil, theirs.validUntil)}
          onTakeTheirs={onClose}
          isPending={save.isPending}
        />
      )}
      <DayField
        label="Dernier jour de validité (facultatif)"
        data-autofocus
        {...form.getInputProps('validUntil')}
      />
    </FormDialog>
  );
}
