import { Button, Drawer, Group, Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { ProblemAlert } from '../../../components/problem-alert.tsx';

interface FormDrawerProps {
  readonly title: string;
  readonly saveLabel: string;
  readonly problem: unknown;
  readonly isPending: boolean;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form that slides over the file; closing it by mistake is asked again by the browser's habits: Annuler. */
export function FormDrawer({
  title,
  saveLabel,
  problem,
  isPending,
  onSubmit,
  onClose,
  children,
}: FormDrawerProps) {
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(620px, 100%)"
      title={title}
      closeOnClickOutside={false}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <ProblemAlert problem={problem} />
          {children}
          <Group justify="flex-end">
            <Button onClick={onClose}>Annuler</Button>
            <Button type="submit" variant="filled" loading={isPending}>
              {saveLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
