import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useContext, useMemo, useRef } from 'react';
import { UnsavedReport, type UnsavedReporting } from '../lib/unsaved-report.ts';

export interface Closing {
  /** Closes, or asks first when a form inside holds something that is not saved. */
  readonly close: () => void;
  /** The question stands: Escape answers it and closes nothing else. */
  readonly isAsking: boolean;
  readonly hasUnsaved: () => boolean;
}

interface UnsavedScopeProps {
  readonly onClose: () => void;
  readonly children: (closing: Closing) => ReactNode;
}

/**
 * What can be closed over a form: Escape, a click outside, the cross and « Annuler » ask first. One
 * that stands in another tells it what it holds: either asks before it closes.
 */
export function UnsavedScope({ onClose, children }: UnsavedScopeProps) {
  const around = useContext(UnsavedReport);
  const unsaved = useRef(new Set<string>());
  const [isAsking, question] = useDisclosure();
  const isGivenUp = useRef(false);
  const reporting = useMemo<UnsavedReporting>(
    () => ({
      report(form, hasUnsaved) {
        if (hasUnsaved) unsaved.current.add(form);
        else unsaved.current.delete(form);
        if (hasUnsaved) isGivenUp.current = false;
        around?.report(form, hasUnsaved);
      },
      isGivenUp: () => isGivenUp.current || (around?.isGivenUp() ?? false),
    }),
    [around],
  );
  const hasUnsaved = () => unsaved.current.size > 0;
  const close = () => (hasUnsaved() ? question.open() : onClose());
  const drop = () => {
    isGivenUp.current = true;
    question.close();
    onClose();
  };
  return (
    <UnsavedReport value={reporting}>
      {children({ close, isAsking, hasUnsaved })}
      <Modal
        opened={isAsking}
        onClose={question.close}
        // Mantine listens on the window: the Escape that asks would answer as well.
        closeOnEscape={false}
        onKeyDown={({ key }) => key === 'Escape' && question.close()}
        title="Fermer quand même ?"
        centered
        closeButtonProps={{ 'aria-label': 'Continuer la saisie' }}
      >
        <p>Ce que vous avez saisi n’est pas enregistré : en fermant, vous le perdez.</p>
        <Group justify="flex-end" mt="lg">
          <Button data-autofocus onClick={question.close}>
            Continuer la saisie
          </Button>
          <Button variant="filled" color="bad" onClick={drop}>
            Fermer sans enregistrer
          </Button>
        </Group>
      </Modal>
    </UnsavedReport>
  );
}
