import { Button, type ButtonProps, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { keepFrenchSpaces } from '../lib/french-spaces.ts';
import { useAct } from '../lib/use-act.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface ConfirmButtonProps extends Pick<ButtonProps, 'size' | 'variant' | 'disabled'> {
  /** On the button: « Supprimer ». */
  readonly label: string;
  /** The question: « Supprimer le créneau du lundi 23 novembre ? » */
  readonly title: string;
  /** What is lost, named and counted. */
  readonly loss: ReactNode;
  /** On the second button, the act again: « Supprimer le créneau ». */
  readonly confirmLabel: string;
  /** `brand` for an act that is final without losing anything. */
  readonly confirmColor?: 'bad' | 'brand';
  /** Rejects when the act fails: the question stays and says why. */
  readonly onConfirm: () => Promise<unknown>;
}

/** An act that cannot be undone: it says what is lost before it does it. */
export function ConfirmButton({
  label,
  title,
  loss,
  confirmLabel,
  confirmColor = 'bad',
  onConfirm,
  ...button
}: ConfirmButtonProps) {
  const [isOpen, { open, close }] = useDisclosure();
  const { run, isPending, problem, forget } = useAct(async () => {
    await onConfirm();
    close();
  });
  const ask = () => {
    forget();
    open();
  };
  return (
    <>
      <Button {...button} onClick={ask}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={keepFrenchSpaces(title)}>
        <div>{loss}</div>
        <ProblemAlert problem={problem} />
        <Group justify="flex-end" mt="lg">
          <Button onClick={close}>Annuler</Button>
          <Button variant="filled" color={confirmColor} loading={isPending} onClick={run}>
            {confirmLabel}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
