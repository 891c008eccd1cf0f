import { Modal } from '@mantine/core';
import { keepFrenchSpaces } from '../lib/french-spaces.ts';
import { FormBody, type FormBodyProps } from './form-body.tsx';
import { UnsavedScope } from './unsaved-scope.tsx';

/** A short form in the middle of the page. */
export const FormDialog = ({ title, ...body }: FormBodyProps & { readonly title: string }) => (
  <UnsavedScope onClose={body.onClose}>
    {({ close, isAsking }) => (
      <Modal
        opened
        onClose={close}
        closeOnEscape={!isAsking}
        title={keepFrenchSpaces(title)}
        centered
        closeButtonProps={{ 'aria-label': 'Fermer sans rien enregistrer' }}
      >
        <FormBody {...body} onClose={close} />
      </Modal>
    )}
  </UnsavedScope>
);
