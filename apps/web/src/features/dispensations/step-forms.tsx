import type { DispensationView } from '@jalon/contract';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayField } from '../../components/day-field.tsx';
import { useWrite } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { TypedAnswerForm } from './answer-form.tsx';
import classes from './dispensations.module.css';
import { StepConflict, StepForm } from './step-form.tsx';

interface StepProps {
  readonly dispensation: DispensationView;
}

/** What the centre does next with a request; nothing once it is answered. */
export function NextStep({ dispensation }: StepProps) {
  if (dispensation.state === 'draft' && dispensation.closedBecause !== null)
    return <p>{dispensation.closedBecause}</p>;
  if (dispensation.state === 'draft') return <FileForm dispensation={dispensation} to="filed" />;
  if (dispensation.state === 'filed')
    return <FileForm dispensation={dispensation} to="transmitted" />;
  if (dispensation.state === 'transmitted') return <TypedAnswerForm dispensation={dispensation} />;
  return null;
}

function FileForm({ dispensation, to }: StepProps & { readonly to: 'filed' | 'transmitted' }) {
  const form = useForm({ initialValues: { on: '', reference: '' } });
  const advance = useWrite('POST /dispensations/:dispensationId/advance');
  const { problem, conflict, attempt } = useConflictForm<
    DispensationView,
    ReturnType<typeof form.getValues>
  >(form);
  useUnsavedGuard(form.isDirty());
  const isFiling = to === 'filed';
  const send = (revision: number) =>
    attempt(async () => {
      const { on, reference } = form.getValues();
      await advance.mutateAsync({
        params: { dispensationId: dispensation.id },
        body: { to, on, reference: reference || null, revision },
      });
      form.reset();
      notifyDone(isFiling ? 'La demande est déposée.' : 'La transmission est notée.');
    });
  return (
    <StepForm
      title={isFiling ? 'Déposer la demande' : 'Transmettre à la branche'}
      action={isFiling ? 'Déposer' : 'Noter la transmission'}
      problem={problem}
      isPending={advance.isPending}
      onSubmit={form.onSubmit(() => send(dispensation.revision))}
    >
      <StepConflict
        conflict={conflict}
        mine={{ state: to, on: form.values.on, reference: form.values.reference }}
        isPending={advance.isPending}
        onKeepMine={send}
      />
      {dispensation.evidenceLacking && (
        <div className={classes.soft}>{keepFrenchSpaces(dispensation.evidenceLacking)}</div>
      )}
      <DayField label={isFiling ? 'Déposée le' : 'Transmise le'} {...form.getInputProps('on')} />
      {!isFiling && (
        <TextInput
          label="Référence de l’envoi"
          description="Elle prouve la transmission."
          autoComplete="off"
          {...form.getInputProps('reference')}
        />
      )}
    </StepForm>
  );
}
