import type { DispensationView } from '@jalon/contract';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { FormEventHandler, ReactNode } from 'react';
import { DayField } from '../../components/day-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { AnswerFields, type AnswerValues } from './answer-fields.tsx';
import classes from './dispensations.module.css';

interface StepProps {
  readonly dispensation: DispensationView;
}

/** What the centre does next with a request; nothing once it is answered. */
export function NextStep({ dispensation }: StepProps) {
  if (dispensation.state === 'draft') return <FileForm dispensation={dispensation} to="filed" />;
  if (dispensation.state === 'filed')
    return <FileForm dispensation={dispensation} to="transmitted" />;
  if (dispensation.state === 'transmitted') return <TypedAnswerForm dispensation={dispensation} />;
  return null;
}

function FileForm({ dispensation, to }: StepProps & { readonly to: 'filed' | 'transmitted' }) {
  const form = useForm({ initialValues: { on: '', reference: '' } });
  const advance = useWrite('POST /dispensations/:dispensationId/advance');
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async ({ on, reference }) => {
    clear();
    try {
      await advance.mutateAsync({
        params: { dispensationId: dispensation.id },
        body: { to, on, reference: reference || null, revision: dispensation.revision },
      });
      form.reset();
      notifyDone(to === 'filed' ? 'La demande est déposée.' : 'La transmission est notée.');
    } catch (error) {
      land(error);
    }
  });
  const isFiling = to === 'filed';
  return (
    <StepForm
      title={isFiling ? 'Déposer la demande' : 'Transmettre à la branche'}
      action={isFiling ? 'Déposer' : 'Noter la transmission'}
      problem={problem}
      isPending={advance.isPending}
      onSubmit={submit}
    >
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

const blankAnswer: AnswerValues = { to: '', grantedMinutes: null, reference: '', motive: '' };

function TypedAnswerForm({ dispensation }: StepProps) {
  const form = useForm({ initialValues: { ...blankAnswer, on: '' } });
  const enter = useWrite('POST /dispensations/:dispensationId/answer');
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await enter.mutateAsync({
        params: { dispensationId: dispensation.id },
        body: {
          ...answerBody(values),
          on: values.on,
          reference: values.reference,
          revision: dispensation.revision,
        },
      });
      notifyDone('La réponse est enregistrée : les heures dues sont à jour.');
    } catch (error) {
      land(error);
    }
  });
  return (
    <StepForm
      title="Saisir la réponse écrite de la branche"
      action="Enregistrer la réponse"
      problem={problem}
      isPending={enter.isPending}
      onSubmit={submit}
    >
      <AnswerFields
        bind={form.getInputProps}
        to={form.values.to}
        requestedMinutes={dispensation.requestedMinutes}
      />
      <DayField label="Date de la réponse" {...form.getInputProps('on')} />
    </StepForm>
  );
}

/** The certifier's decision on a transmitted request, dated today. */
export function DecisionForm({ dispensation }: StepProps) {
  const form = useForm({ initialValues: blankAnswer });
  const decide = useWrite('POST /dispensations/:dispensationId/decide');
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await decide.mutateAsync({
        params: { dispensationId: dispensation.id },
        body: {
          ...answerBody(values),
          reference: values.reference || null,
          revision: dispensation.revision,
        },
      });
      notifyDone('La décision est enregistrée, le centre la voit dès maintenant.');
    } catch (error) {
      land(error);
    }
  });
  return (
    <StepForm
      title="Décider"
      action="Enregistrer la décision"
      problem={problem}
      isPending={decide.isPending}
      onSubmit={submit}
    >
      <AnswerFields
        bind={form.getInputProps}
        to={form.values.to}
        requestedMinutes={dispensation.requestedMinutes}
      />
    </StepForm>
  );
}

const answerBody = ({ to, grantedMinutes, motive }: AnswerValues) => ({
  // What is not chosen yet is refused by the API at its field.
  to: to as 'granted' | 'partial' | 'refused',
  grantedMinutes,
  motive: motive || null,
});

interface StepFormProps {
  readonly title: string;
  readonly action: string;
  readonly problem: unknown;
  readonly isPending: boolean;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly children: ReactNode;
}

const StepForm = ({ title, action, problem, isPending, onSubmit, children }: StepFormProps) => (
  <form onSubmit={onSubmit} noValidate className={classes.form}>
    <div className={classes.formTitle}>{title}</div>
    <ProblemAlert problem={problem} />
    {children}
    <div>
      <Button type="submit" variant="filled" loading={isPending}>
        {action}
      </Button>
    </div>
  </form>
);
