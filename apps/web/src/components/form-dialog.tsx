import { Modal } from '@mantine/core';
import { FormBody, type FormBodyProps } from './form-body.tsx';

/** A short form in the middle of the page. */
export const FormDialog = ({ title, ...body }: FormBodyProps & { readonly title: string }) => (
  <Modal
    opened
    onClose={body.onClose}
    title={title}
    centered
    closeButtonProps={{ 'aria-label': 'Fermer sans rien enregistrer' }}
  >
    <FormBody {...body} />
  </Modal>
);
