import type { DispensationView } from '@jalon/contract';
import { dispensationStateNames, formatMinutes } from '@jalon/domain';
import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEventHandler, ReactNode } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { DayField } from '../../components/day-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useConflict } from '../../lib/use-conflict.ts';
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
  const conflict = useConflict<DispensationView>();
  const send = async (revision: number) => {
    clear();
    conflict.close();
    const { on, reference } = form.getValues();
    try {
      await advance.mutateAsync({
        params: { dispensationId: dispensation.id },
        body: { to, on, reference: reference || null, revision },
      });
      form.reset();
      notifyDone(to === 'filed' ? 'La demande est déposée.' : 'La transmission est notée.');
    } catch (error) {
      if (!conflict.take(error)) land(error);
    }
  };
  const isFiling = to === 'filed';
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
  const conflict = useConflict<DispensationView>();
  const send = async (revision: number) => {
    clear();
    conflict.close();
    const values = form.getValues();
    try {
      await enter.mutateAsync({
        params: { dispensationId: dispensation.id },
        body: {
          ...answerBody(values),
          on: values.on,
          reference: values.reference,
          revision,
        },
      });
      notifyDone('La réponse est enregistrée : les heures dues sont à jour.');
    } catch (error) {
      if (!conflict.take(error)) land(error);
    }
  };
  return (
    <StepForm
      title="Saisir la réponse écrite de la branche"
      action="Enregistrer la réponse"
      problem={problem}
      isPending={enter.isPending}
      onSubmit={form.onSubmit(() => send(dispensation.revision))}
    >
      <StepConflict
        conflict={conflict}
        mine={answerOf(form.values, form.values.on)}
        isPending={enter.isPending}
        onKeepMine={send}
      />
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
  const conflict = useConflict<DispensationView>();
  const send = async (revision: number) => {
    clear();
    conflict.close();
    const values = form.getValues();
    try {
      await decide.mutateAsync({
        params: { dispensationId: dispensation.id },
        body: {
          ...answerBody(values),
          reference: values.reference || null,
          revision,
        },
      });
      notifyDone('La décision est enregistrée, le centre la voit dès maintenant.');
    } catch (error) {
      if (!conflict.take(error)) land(error);
    }
  };
  return (
    <StepForm
      title="Décider"
      action="Enregistrer la décision"
      problem={problem}
      isPending={decide.isPending}
      onSubmit={form.onSubmit(() => send(dispensation.revision))}
    >
      <StepConflict
        conflict={conflict}
        mine={answerOf(form.values, '')}
        isPending={decide.isPending}
        onKeepMine={send}
      />
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

/** A step as both versions tell it. */
interface StepVersion {
  readonly state: string;
  readonly on: string;
  readonly reference: string;
  readonly minutes?: string;
  readonly motive?: string;
}

const answerOf = (
  { to, reference, grantedMinutes, motive }: AnswerValues,
  on: string,
): StepVersion => ({
  state: to,
  on,
  reference,
  minutes: to === 'partial' && grantedMinutes !== null ? formatMinutes(grantedMinutes) : '',
  motive,
});

/** Somebody else took the request further: what they wrote beside what was about to be written. */
function StepConflict({
  conflict: { theirs, close },
  mine,
  isPending,
  onKeepMine,
}: {
  readonly conflict: ReturnType<typeof useConflict<DispensationView>>;
  readonly mine: StepVersion;
  readonly isPending: boolean;
  readonly onKeepMine: (revision: number) => void;
}) {
  const refresh = useQueryClient();
  if (!theirs) return null;
  const stateNames: Readonly<Record<string, string>> = dispensationStateNames;
  const { decidedOn, transmittedOn, filedOn, grantedMinutes } = theirs;
  return (
    <ConflictPanel
      fields={[
        {
          label: 'État',
          mine: stateNames[mine.state] ?? '',
          theirs: stateNames[theirs.state] ?? '',
        },
        { label: 'Date', mine: mine.on, theirs: decidedOn ?? transmittedOn ?? filedOn ?? '' },
        { label: 'Référence', mine: mine.reference, theirs: theirs.reference ?? '' },
        {
          label: 'Heures accordées',
          mine: mine.minutes ?? '',
          theirs: grantedMinutes === null ? '' : formatMinutes(grantedMinutes),
        },
        { label: 'Motif', mine: mine.motive ?? '', theirs: theirs.motive ?? '' },
      ]}
      isPending={isPending}
      onKeepMine={() => onKeepMine(theirs.revision)}
      onTakeTheirs={() => {
        close();
        refresh.invalidateQueries();
      }}
    />
  );
}

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
