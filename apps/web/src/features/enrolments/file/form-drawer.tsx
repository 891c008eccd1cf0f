import { Drawer } from '@mantine/core';
import { FormBody, type FormBodyProps } from '../../../components/form-body.tsx';
import { UnsavedScope } from '../../../components/unsaved-scope.tsx';

/** A form that slides over the file; a click beside it does not close it. */
export const FormDrawer = ({ title, ...body }: FormBodyProps & { readonly title: string }) => (
  <UnsavedScope onClose={body.onClose}>
    {({ close, isAsking }) => (
      <Drawer
        opened
        onClose={close}
        closeOnEscape={!isAsking}
        position="right"
        size="min(620px, 100%)"
        title={title}
        closeOnClickOutside={false}
      >
        <FormBody {...body} onClose={close} />
      </Drawer>
    )}
  </UnsavedScope>
);
