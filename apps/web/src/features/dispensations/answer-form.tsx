import type { DispensationView } from '@jalon/contract';
import { formatMinutes } from '@jalon/domain';
import { useForm } from '@mantine/form';
import { DayField } from '../../components/day-field.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { AnswerFields, type AnswerValues } from './answer-fields.tsx';
import { StepConflict, StepForm, type StepVersion } from './step-form.tsx';

interface StepProps {
  readonly dispensation: DispensationView;
}

/** The branch's answer as it came on paper, with its date; typed in by the centre. */
export function TypedAnswerForm({ dispensation }: StepProps) {
  const enter = useWrite('POST /dispensations/:dispensationId/answer');
  return (
    <AnswerForm
      dispensation={dispensation}
      title="Saisir la réponse écrite de la branche"
      action="Enregistrer la réponse"
      done="La réponse est enregistrée : les heures dues sont à jour."
      isDated
      isPending={enter.isPending}
      save={({ on, reference, ...answer }, revision) =>
        enter.mutateAsync({
          params: { dispensationId: dispensation.id },
          body: { ...toBody(answer), on, reference, revision },
        })
      }
    />
  );
}

/** The certifier's decision on a transmitted request, dated today. */
export function DecisionForm({ dispensation }: StepProps) {
  const decide = useWrite('POST /dispensations/:dispensationId/decide');
  return (
    <AnswerForm
      dispensation={dispensation}
      title="Décider"
      action="Enregistrer la décision"
      done="La décision est enregistrée, le centre la voit dès maintenant."
      isPending={decide.isPending}
      save={({ reference, ...answer }, revision) =>
        decide.mutateAsync({
          params: { dispensationId: dispensation.id },
          body: { ...toBody(answer), reference: reference || null, revision },
        })
      }
    />
  );
}

type DatedAnswer = AnswerValues & { readonly on: string };

interface AnswerFormProps extends StepProps {
  readonly title: string;
  readonly action: string;
  /** Said once it is saved. */
  readonly done: string;
  readonly isDated?: boolean;
  readonly isPending: boolean;
  readonly save: (values: DatedAnswer, revision: number) => Promise<unknown>;
}

const blank = { to: '', grantedMinutes: null, reference: '', motive: '', on: '' };

function AnswerForm({ dispensation, isDated = false, ...step }: AnswerFormProps) {
  const form = useForm<AnswerValues & { on: string }>({ initialValues: blank });
  const { problem, conflict, attempt } = useConflictForm<
    DispensationView,
    ReturnType<typeof form.getValues>
  >(form);
  useUnsavedGuard(form.isDirty());
  const send = (revision: number) =>
    attempt(async () => {
      await step.save(form.getValues(), revision);
      notifyDone(step.done);
    });
  return (
    <StepForm
      title={step.title}
      action={step.action}
      problem={problem}
      isPending={step.isPending}
      onSubmit={form.onSubmit(() => send(dispensation.revision))}
    >
      <StepConflict
        conflict={conflict}
        mine={tellAnswer(form.values)}
        isPending={step.isPending}
        onKeepMine={send}
      />
      <AnswerFields
        bind={form.getInputProps}
        to={form.values.to}
        requestedMinutes={dispensation.requestedMinutes}
      />
      {isDated && <DayField label="Date de la réponse" {...form.getInputProps('on')} />}
    </StepForm>
  );
}

const toBody = ({ to, grantedMinutes, motive }: Omit<AnswerValues, 'reference'>) => ({
  // What is not chosen yet is refused by the API at its field.
  to: to as 'granted' | 'partial' | 'refused',
  grantedMinutes,
  motive: motive || null,
});

const tellAnswer = ({ to, reference, grantedMinutes, motive, on }: DatedAnswer): StepVersion => ({
  state: to,
  on,
  reference,
  minutes: to === 'partial' && grantedMinutes !== null ? formatMinutes(grantedMinutes) : '',
  motive,
});
