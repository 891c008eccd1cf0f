import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useUnsavedGuard } from '../lib/use-unsaved-guard.ts';
import { ProblemAlert } from './problem-alert.tsx';

export interface FormBodyProps {
  /** What happens once it is sent. */
  readonly lead?: string;
  readonly submitLabel: string;
  readonly problem: unknown;
  readonly isPending: boolean;
  /** What is sent takes something away for good: the button says so by its colour. */
  readonly isLoss?: boolean;
  /** While there is nothing to send. */
  readonly isEmpty?: boolean;
  /** Something was typed: closing asks first. */
  readonly isDirty: boolean;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over a page: why it was refused, its fields, a way out and one button. */
export function FormBody({
  lead,
  submitLabel,
  problem,
  isPending,
  isLoss = false,
  isEmpty = false,
  isDirty,
  onSubmit,
  onClose,
  children,
}: FormBodyProps) {
  useUnsavedGuard(isDirty);
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {lead && (
          <Text c="dimmed" size="xs">
            {lead}
          </Text>
        )}
        <ProblemAlert problem={problem} />
        {children}
        <Group justify="flex-end">
          <Button onClick={onClose}>Annuler</Button>
          <Button
            type="submit"
            variant="filled"
            loading={isPending}
            disabled={isEmpty}
            {...(isLoss ? { color: 'bad' } : {})}
          >
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
