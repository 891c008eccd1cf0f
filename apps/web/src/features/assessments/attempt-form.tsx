import { Button, Radio, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ConflictPanel } from '../../components/conflict-panel.tsx';
import { DayField } from '../../components/day-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { UnsavedScope } from '../../components/unsaved-scope.tsx';
import { ProblemError, toProblem } from '../../lib/problem-error.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import classes from './assessments.module.css';
import { eventIdFor, type Sitting } from './sitting-event.tsx';
import { type Attempt, compareAttempts, readTheirs } from './waiting/compare-attempts.ts';
import type { SentResult } from './waiting/result-sender.ts';
import { useWaitingResult } from './waiting/use-result-sender.ts';
import { useSubmitResult } from './waiting/use-submit-result.ts';
import type { Assessment, Cell } from './words.ts';

interface AttemptFormProps {
  readonly cohortId: string;
  readonly enrolmentId: string;
  readonly learnerName: string;
  readonly blockCode: string;
  readonly assessment: Assessment;
  readonly cell: Cell;
  readonly sitting: Sitting;
  readonly onDone: () => void;
}

/**
 * Criterion by criterion: nothing is filled in beforehand, save when an attempt is corrected or
 * waits on this device for the network.
 */
export function AttemptForm(props: AttemptFormProps) {
  const { cell } = props;
  const [isCorrection, setCorrection] = useState(cell.nextAttempt === null);
  const waiting = useWaitingResult(props.enrolmentId, props.blockCode, cell.assessmentCode);
  if (waiting) return <Marks {...props} corrected={null} waiting={waiting.result} />;
  if (!cell.current) return <Marks {...props} corrected={null} />;
  const { current, nextAttempt } = cell;
  return (
    <UnsavedScope onClose={() => setCorrection(!isCorrection)}>
      {({ close }) => (
        <>
          {nextAttempt !== null && (
            <SegmentedControl
              fullWidth
              mb="md"
              aria-label="Ce que vous saisissez"
              value={isCorrection ? 'fix' : 'next'}
              onChange={close}
              data={[
                { value: 'next', label: `Passage n° ${nextAttempt}` },
                { value: 'fix', label: `Corriger le n° ${current.attempt}` },
              ]}
            />
          )}
          <Marks
            key={isCorrection ? 'fix' : 'next'}
            {...props}
            corrected={isCorrection ? current : null}
          />
        </>
      )}
    </UnsavedScope>
  );
}

interface MarksProps extends AttemptFormProps {
  readonly corrected: Attempt | null;
  /** What this person noted here and the API does not have yet. */
  readonly waiting?: SentResult;
}

function Marks(props: MarksProps) {
  const { assessment, cell, corrected, sitting, waiting } = props;
  const written = waiting ?? corrected;
  const form = useForm({
    initialValues: {
      heldOn: written?.heldOn ?? sitting.heldOn,
      assessorName: written?.assessorName ?? sitting.assessorName,
      comment: written?.comment ?? '',
      marks: { ...written?.marks } as Record<string, boolean>,
    },
  });
  // A correction keeps the place of the attempt; what waits on this device keeps its own.
  const eventId = waiting
    ? (waiting.eventId ?? null)
    : corrected
      ? (corrected.event?.id ?? null)
      : eventIdFor(sitting, props.enrolmentId, props.blockCode, assessment.code);
  const { submitOnce, isPending } = useSubmitResult();
  useUnsavedGuard(form.isDirty());
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [theirs, setTheirs] = useState<Attempt | null>(null);
  const send = async (expectedId: string | null) => {
    setProblem(null);
    try {
      await submitOnce({
        cohortId: props.cohortId,
        learnerName: props.learnerName,
        assessmentTitle: assessment.title,
        enrolmentId: props.enrolmentId,
        blockCode: props.blockCode,
        assessmentCode: assessment.code,
        attempt: written?.attempt ?? cell.nextAttempt ?? 1,
        expectedId,
        eventId,
        ...form.values,
      });
      props.onDone();
    } catch (error) {
      const refusal = toProblem(error);
      setTheirs(readTheirs(refusal));
      setProblem(landOnFields(refusal, form.setFieldError));
    }
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(() => send(waiting?.expectedId ?? corrected?.id ?? null))}
    >
      <Stack>
        {theirs ? (
          <ConflictPanel
            fields={compareAttempts(form.values, theirs)}
            isPending={isPending}
            onKeepMine={() => send(theirs.id)}
            onTakeTheirs={props.onDone}
          />
        ) : (
          <ProblemAlert problem={problem} />
        )}
        <DayField label="Jour de l’épreuve" {...form.getInputProps('heldOn')} />
        <TextInput label="Évaluateur" {...form.getInputProps('assessorName')} />
        {assessment.expected.map(({ key, competence, label }) => (
          <Radio.Group
            key={key}
            label={label}
            description={competence}
            value={form.values.marks[key] === undefined ? '' : String(form.values.marks[key])}
            onChange={(value) =>
              form.setFieldValue('marks', { ...form.values.marks, [key]: value === 'true' })
            }
            error={form.errors[`marks.${key}`]}
          >
            <div className={classes.marks}>
              <Radio value="true" label="satisfait" />
              <Radio value="false" label="non satisfait" />
            </div>
          </Radio.Group>
        ))}
        <Textarea label="Commentaire" autosize minRows={2} {...form.getInputProps('comment')} />
        <Button type="submit" variant="filled" loading={isPending}>
          {corrected ? 'Enregistrer la correction' : 'Enregistrer le passage'}
        </Button>
      </Stack>
    </form>
  );
}

/** Faults point into `/results/0`: they land on this form's fields, the rest is shown at its top. */
function landOnFields(
  refusal: ProblemError,
  setFieldError: (path: string, message: string) => void,
): ProblemError | null {
  const elsewhere = refusal.errors.filter(({ pointer, message }) => {
    const path = pointer.replace('/results/0/', '').replaceAll('/', '.');
    const isField = /^(heldOn|assessorName|comment|marks\.)/.test(path);
    if (isField) setFieldError(path, message);
    return !isField;
  });
  if (refusal.errors.length > 0 && elsewhere.length === 0) return null;
  return new ProblemError({ ...refusal, errors: elsewhere });
}
