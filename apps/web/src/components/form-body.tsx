import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

export interface FormBodyProps {
  /** What happens once it is sent. */
  readonly lead?: string;
  readonly submitLabel: string;
  readonly problem: unknown;
  readonly isPending: boolean;
  /** While there is nothing to send. */
  readonly isEmpty?: boolean;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form over a page: why it was refused, its fields, a way out and one button. */
export const FormBody = ({
  lead,
  submitLabel,
  problem,
  isPending,
  isEmpty = false,
  onSubmit,
  onClose,
  children,
}: FormBodyProps) => (
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
        <Button type="submit" variant="filled" loading={isPending} disabled={isEmpty}>
          {submitLabel}
        </Button>
      </Group>
    </Stack>
  </form>
);
