import type { DispensationView } from '@jalon/contract';
import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { DayField } from '../../components/day-field.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import classes from './dispensations.module.css';
import { StepConflict, StepForm } from './step-form.tsx';

/** A request that nobody pursues: it stays in the file, and its hours may be asked again. */
export function WithdrawForm({ dispensation }: { readonly dispensation: DispensationView }) {
  const [isOpen, { open, close }] = useDisclosure();
  const form = useForm({ initialValues: { on: '', motive: '' } });
  const withdraw = useWrite('POST /dispensations/:dispensationId/withdrawal');
  const { problem, conflict, attempt } = useConflictForm<
    DispensationView,
    ReturnType<typeof form.getValues>
  >(form);
  useUnsavedGuard(form.isDirty());
  if (!isOpen)
    return (
      <div>
        <Button onClick={open}>Retirer la demande</Button>
      </div>
    );
  const send = (revision: number) =>
    attempt(async () => {
      await withdraw.mutateAsync({
        params: { dispensationId: dispensation.id },
        body: { ...form.getValues(), revision },
      });
      form.reset();
      notifyDone('La demande est retirée. Les mêmes heures peuvent être demandées à nouveau.');
    });
  return (
    <StepForm
      title="Retirer la demande"
      action="Noter le retrait"
      problem={problem}
      isPending={withdraw.isPending}
      onSubmit={form.onSubmit(() => send(dispensation.revision))}
      onCancel={() => {
        form.reset();
        close();
      }}
    >
      <StepConflict
        conflict={conflict}
        mine={{ ...form.values, state: 'withdrawn', reference: '' }}
        isPending={withdraw.isPending}
        onKeepMine={send}
      />
      {dispensation.state === 'transmitted' && (
        <div className={classes.soft}>
          La branche a déjà reçu cette demande : prévenez-la du retrait.
        </div>
      )}
      <DayField label="Retirée le" {...form.getInputProps('on')} />
      <Textarea label="Motif du retrait" autosize minRows={2} {...form.getInputProps('motive')} />
    </StepForm>
  );
}
