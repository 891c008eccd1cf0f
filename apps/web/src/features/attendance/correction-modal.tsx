import type { AttendanceSheetView } from '@jalon/contract';
import { withDe } from '@jalon/domain';
import { Group, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';

interface CorrectionModalProps {
  readonly slot: AttendanceSheetView['slot'];
  readonly row: AttendanceSheetView['rows'][number];
  readonly onClose: () => void;
}

/** A signed sheet is corrected by the office, with a motive; what was signed stays in sight. */
export function CorrectionModal({ slot, row, onClose }: CorrectionModalProps) {
  const correct = useWrite('POST /slots/:slotId/attendance/corrections');
  const form = useForm({
    initialValues: {
      state: row.entry?.state ?? 'present',
      lateMinutes: row.entry?.lateMinutes ?? 0,
      leftEarlyMinutes: row.entry?.leftEarlyMinutes ?? 0,
      justification: row.entry?.justification ?? '',
      motive: '',
    },
  });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await correct.mutateAsync({
        params: { slotId: slot.id },
        body: {
          ...values,
          enrolmentId: row.enrolmentId,
          basedOn: row.entry?.id ?? null,
          lateMinutes: Number(values.lateMinutes) || 0,
          leftEarlyMinutes: Number(values.leftEarlyMinutes) || 0,
          justification: values.justification || null,
        },
      });
      notifyDone('La correction est enregistrée.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  const isAbsent = form.values.state === 'absent';
  const chooseState = (state: string) =>
    form.setValues({
      state: state === 'absent' ? 'absent' : 'present',
      ...(state === 'absent' ? { lateMinutes: 0, leftEarlyMinutes: 0 } : {}),
    });
  return (
    <FormDialog
      title={`Corriger la présence ${withDe(row.learnerName)}`}
      submitLabel="Corriger"
      problem={problem}
      isPending={correct.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label="Présence"
        data={[
          { value: 'present', label: 'Présent' },
          { value: 'absent', label: 'Absent' },
        ]}
        value={form.values.state}
        onChange={chooseState}
      />
      {!isAbsent && (
        <Group grow>
          <NumberInput
            label="Retard"
            suffix=" min"
            min={0}
            {...form.getInputProps('lateMinutes')}
          />
          <NumberInput
            label="Départ anticipé"
            suffix=" min"
            min={0}
            {...form.getInputProps('leftEarlyMinutes')}
          />
        </Group>
      )}
      <TextInput label="Justification" {...form.getInputProps('justification')} />
      <TextInput
        label="Motif de la correction"
        description="Il reste sur la feuille, avec votre nom et l’heure."
        required
        {...form.getInputProps('motive')}
      />
    </FormDialog>
  );
}
