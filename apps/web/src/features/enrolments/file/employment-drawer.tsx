import type { EmploymentDetails } from '@jalon/contract';
import { useForm } from '@mantine/form';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { EmploymentFields } from '../enrol/employment-fields.tsx';
import { employmentBody, employmentValues } from '../form-values.ts';
import { FormDrawer } from './form-drawer.tsx';

interface EmploymentDrawerProps {
  readonly personId: string;
  /** Absent for a new one. */
  readonly employment: EmploymentDetails | null;
  readonly onClose: () => void;
}

/** Adds or changes an employer, its dates and the tutor. */
export function EmploymentDrawer({ personId, employment, onClose }: EmploymentDrawerProps) {
  const form = useForm({ initialValues: employmentValues(employment ?? undefined) });
  const add = useWrite('POST /people/:personId/employments');
  const save = useWrite('PUT /employments/:employmentId');
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      const body = employmentBody(values);
      const { warnings } = employment
        ? await save.mutateAsync({
            params: { employmentId: employment.id },
            body: { ...body, revision: employment.revision },
          })
        : await add.mutateAsync({ params: { personId }, body });
      const words = warnings.map(({ message }) => message);
      notifyDone(['L’employeur est enregistré.', ...words].join(' '));
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDrawer
      title={employment ? employment.employerName : 'Ajouter un employeur'}
      saveLabel="Enregistrer"
      problem={problem}
      isPending={add.isPending || save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <EmploymentFields bind={form.getInputProps} prefix="" values={form.values} />
    </FormDrawer>
  );
}
