import { Drawer } from '@mantine/core';
import { FormBody, type FormBodyProps } from '../../../components/form-body.tsx';

/** A form that slides over the file; a click beside it does not close it. */
export const FormDrawer = ({ title, ...body }: FormBodyProps & { readonly title: string }) => (
  <Drawer
    opened
    onClose={body.onClose}
    position="right"
    size="min(620px, 100%)"
    title={title}
    closeOnClickOutside={false}
  >
    <FormBody {...body} />
  </Drawer>
);
