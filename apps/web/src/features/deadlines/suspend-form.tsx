import { addDays, formatDay, mergeSuspensions, suspendClock } from '@jalon/domain';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayField } from '../../components/day-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { UnsavedScope } from '../../components/unsaved-scope.tsx';
import { useWrite } from '../../lib/api.ts';
import { isDay } from '../../lib/is-day.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import type { EmploymentDeadlines } from './deadline-words.ts';
import classes from './deadlines.module.css';

interface SuspendFormProps {
  readonly employment: EmploymentDeadlines;
  readonly onClose: () => void;
}

/** Stops the clocks of an employer for some days; the effect is said before it is saved. */
export const SuspendForm = ({ employment, onClose }: SuspendFormProps) => (
  <UnsavedScope onClose={onClose}>
    {({ close }) => <Suspension employment={employment} onSaved={onClose} onCancel={close} />}
  </UnsavedScope>
);

interface SuspensionProps extends Pick<SuspendFormProps, 'employment'> {
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

function Suspension({ employment, onSaved, onCancel }: SuspensionProps) {
  const form = useForm({ initialValues: { fromOn: '', toOn: '', motive: '', evidence: '' } });
  const suspend = useWrite('POST /employments/:employmentId/suspensions');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty());
  const effect = describeEffect(employment, form.values.fromOn, form.values.toOn);
  const submit = form.onSubmit(async ({ evidence, ...values }) => {
    clear();
    try {
      await suspend.mutateAsync({
        params: { employmentId: employment.id },
        body: { ...values, evidence: evidence || null },
      });
      onSaved();
    } catch (error) {
      land(error);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack mb="md">
        <ProblemAlert problem={problem} />
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <DayField label="Premier jour suspendu" {...form.getInputProps('fromOn')} />
          <DayField label="Dernier jour suspendu" {...form.getInputProps('toOn')} />
        </Group>
        <TextInput
          label="Motif"
          description="Arrêt de travail, avenant de suspension de la CPAM, décision de la CPN…"
          {...form.getInputProps('motive')}
        />
        <Textarea
          label="Justificatif (facultatif)"
          description="Où le retrouver : référence ou nom du document."
          autosize
          {...form.getInputProps('evidence')}
        />
        <p role="status" className={effect ? classes.preview : undefined}>
          {effect}
        </p>
        <Group>
          <Button type="submit" variant="filled" loading={suspend.isPending}>
            Suspendre les délais
          </Button>
          <Button onClick={onCancel}>Annuler</Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the suspension would move, alone, beside those that stand already. */
function describeEffect({ deadlines, suspensions }: EmploymentDeadlines, from: string, to: string) {
  if (!isDay(from) || !isDay(to) || to < from) return null;
  const standing = suspensions
    .filter(({ removedAt }) => removedAt === null)
    .map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn }));
  const moved = deadlines
    .filter(({ isOperative, urgency }) => isOperative && urgency !== 'settled')
    .map(({ kind, anchorOn, originalDueOn, dueOn }) => {
      const days = suspendClock(
        anchorOn,
        originalDueOn,
        mergeSuspensions([...standing, { from, to }]),
      );
      return { kind, dueOn, next: addDays(originalDueOn, days) };
    })
    .filter(({ dueOn, next }) => dueOn !== next);
  if (moved.length === 0) return 'Ces jours ne repoussent aucune échéance en cours.';
  return moved
    .map(
      ({ kind, dueOn, next }) =>
        `${kind === 'enrol' ? 'Entrer en formation' : 'Obtenir le titre'} : du ${formatDay(dueOn)} au ${formatDay(next)}.`,
    )
    .join(' ');
}
