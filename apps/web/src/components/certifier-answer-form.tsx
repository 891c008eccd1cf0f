import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { notifyDone } from '../lib/notify.ts';
import { useFormProblem } from '../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../lib/use-unsaved-guard.ts';
import classes from './certifier-answer-form.module.css';
import { ProblemAlert } from './problem-alert.tsx';

const blank = { to: '', motive: '' };

interface CertifierAnswer {
  readonly to: 'approved' | 'refused';
  readonly motive: string | null;
}

/** The certifier's answer, dated today; nothing is chosen in their place. */
export function CertifierAnswerForm({
  words,
  isPending,
  onAnswer,
}: {
  /** « Approuvée », « Refusée » : as what is answered on agrees. */
  readonly words: Record<CertifierAnswer['to'], string>;
  readonly isPending: boolean;
  readonly onAnswer: (answer: CertifierAnswer) => Promise<unknown>;
}) {
  const form = useForm({ initialValues: blank });
  const { problem, land, clear } = useFormProblem(form);
  const queryClient = useQueryClient();
  useUnsavedGuard(form.isDirty());
  const send = async ({ to, motive }: typeof blank) => {
    clear();
    try {
      // Nothing chosen is sent as it is: the API says what is missing, at its field.
      await onAnswer({ to: to as CertifierAnswer['to'], motive: motive || null });
      notifyDone('La réponse est enregistrée, le centre la voit dès maintenant.');
    } catch (error) {
      land(error);
      await queryClient.invalidateQueries();
    }
  };
  return (
    <form onSubmit={form.onSubmit(send)} noValidate className={classes.form}>
      <div className={classes.formTitle}>Répondre</div>
      <ProblemAlert problem={problem} />
      <Radio.Group label="Réponse" {...form.getInputProps('to')}>
        <Stack gap="xs" mt={4}>
          <Radio value="approved" label={words.approved} />
          <Radio value="refused" label={words.refused} />
        </Stack>
      </Radio.Group>
      <Textarea
        label="Motif"
        description="Obligatoire pour un refus : le centre le lira."
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('motive')}
      />
      <Group gap="xs">
        <Button type="submit" variant="filled" loading={isPending}>
          Enregistrer la réponse
        </Button>
      </Group>
    </form>
  );
}
