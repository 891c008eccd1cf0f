import type { DispensationView } from '@jalon/contract';
import { formatMinutes } from '@jalon/domain';
import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { DayField } from '../../components/day-field.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useConflictForm } from '../../lib/use-conflict-form.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { AnswerFields, type AnswerValues } from './answer-fields.tsx';
import classes from './dispensations.module.css';
import { StepConflict, StepForm } from './step-form.tsx';

interface RectifyProps {
  readonly dispensation: DispensationView;
}

type Values = AnswerValues & { on: string; because: string };

const blank: Values = {
  to: '',
  grantedMinutes: null,
  reference: '',
  motive: '',
  on: '',
  because: '',
};

/** The answer that the centre typed in, put right; the former one stays in the file. */
export function RectifyAnswer({ dispensation }: RectifyProps) {
  const rectify = useWrite('POST /dispensations/:dispensationId/answer-rectification');
  return (
    <RectifyForm
      dispensation={dispensation}
      title="Rectifier la réponse saisie"
      openLabel="Rectifier la réponse"
      isDated
      isPending={rectify.isPending}
      save={({ to, on, motive, ...values }, revision) =>
        rectify.mutateAsync({
          params: { dispensationId: dispensation.id },
          // What is not chosen yet is refused by the API at its field.
          body: {
            ...values,
            to: to as 'granted' | 'partial' | 'refused' | 'transmitted',
            on: to === 'transmitted' ? null : on || null,
            motive: motive || null,
            revision,
          },
        })
      }
    />
  );
}

/** The certifier's decision, put right by the certifier. */
export function RectifyDecision({ dispensation }: RectifyProps) {
  const rectify = useWrite('POST /dispensations/:dispensationId/decision-rectification');
  return (
    <RectifyForm
      dispensation={dispensation}
      title="Rectifier la décision"
      openLabel="Rectifier la décision"
      isPending={rectify.isPending}
      save={({ to, reference, motive, grantedMinutes, because }, revision) =>
        rectify.mutateAsync({
          params: { dispensationId: dispensation.id },
          body: {
            to: to as 'granted' | 'partial' | 'refused',
            reference: reference || null,
            motive: motive || null,
            grantedMinutes,
            because,
            revision,
          },
        })
      }
    />
  );
}

interface RectifyFormProps extends RectifyProps {
  readonly title: string;
  readonly openLabel: string;
  /** An answer on paper has its own day, and may have been noted for nothing. */
  readonly isDated?: boolean;
  readonly isPending: boolean;
  readonly save: (values: Values, revision: number) => Promise<unknown>;
}

function RectifyForm({ dispensation, openLabel, isDated = false, ...step }: RectifyFormProps) {
  const [isOpen, { open, close }] = useDisclosure();
  const form = useForm<Values>({ initialValues: blank });
  const { problem, conflict, attempt } = useConflictForm<
    DispensationView,
    ReturnType<typeof form.getValues>
  >(form);
  useUnsavedGuard(form.isDirty());
  if (!isOpen)
    return (
      <div>
        <Button onClick={open}>{openLabel}</Button>
      </div>
    );
  const send = (revision: number) =>
    attempt(async () => {
      await step.save(form.getValues(), revision);
      form.reset();
      notifyDone('La réponse est rectifiée : les heures dues et le calendrier sont à jour.');
    });
  const { to, on, reference, grantedMinutes, motive } = form.values;
  const isPart = to === 'partial' && grantedMinutes !== null;
  return (
    <StepForm
      title={step.title}
      action="Enregistrer la rectification"
      problem={problem}
      isPending={step.isPending}
      onSubmit={form.onSubmit(() => send(dispensation.revision))}
      onCancel={() => {
        form.reset();
        close();
      }}
    >
      <div className={classes.soft}>
        L’ancienne réponse reste au dossier. Les demi-journées déjà passées redeviennent dues, ou ne
        le sont plus, selon la bonne réponse.
      </div>
      <StepConflict
        conflict={conflict}
        mine={{
          state: to,
          on,
          reference,
          motive,
          minutes: isPart ? formatMinutes(grantedMinutes) : '',
        }}
        isPending={step.isPending}
        onKeepMine={send}
      />
      <AnswerFields
        bind={form.getInputProps}
        to={to}
        requestedMinutes={dispensation.requestedMinutes}
        mayBeNone={isDated}
      />
      {isDated && to !== 'transmitted' && (
        <DayField label="Date de la réponse" {...form.getInputProps('on')} />
      )}
      <Textarea
        label="Pourquoi rectifier"
        description="Gardé au dossier avec l’ancienne réponse."
        autosize
        minRows={2}
        {...form.getInputProps('because')}
      />
    </StepForm>
  );
}
