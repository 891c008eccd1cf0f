import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import classes from './form-dialog.module.css';
import { ProblemAlert } from './problem-alert.tsx';

interface FormDialogProps {
  readonly title: string;
  /** What happens once it is sent. */
  readonly lead?: string;
  readonly submitLabel: string;
  readonly problem: unknown;
  readonly isPending: boolean;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form over the page: its fields, why it was refused, one button. */
export const FormDialog = ({
  title,
  lead,
  submitLabel,
  problem,
  isPending,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) => (
  <Modal
    opened
    onClose={onClose}
    title={title}
    centered
    closeButtonProps={{ 'aria-label': 'Fermer sans rien enregistrer' }}
  >
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {lead && <p className={classes.lead}>{lead}</p>}
        <ProblemAlert problem={problem} />
        {children}
        <Group justify="flex-end">
          <Button onClick={onClose}>Annuler</Button>
          <Button type="submit" variant="filled" loading={isPending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  </Modal>
);
