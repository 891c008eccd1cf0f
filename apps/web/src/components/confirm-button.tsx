import { Button, type ButtonProps, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
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
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = () => {
    setProblem(null);
    open();
  };
  const confirm = async () => {
    setPending(true);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setProblem(error);
    }
    setPending(false);
  };
  return (
    <>
      <Button {...button} onClick={ask}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={title}>
        <div>{loss}</div>
        <ProblemAlert problem={problem} />
        <Group justify="flex-end" mt="lg">
          <Button onClick={close}>Annuler</Button>
          <Button variant="filled" color={confirmColor} loading={isPending} onClick={confirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
