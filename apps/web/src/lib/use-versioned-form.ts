import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useConflictForm } from './use-conflict-form.ts';

/** A row as it was read: it says which revision of it this is. */
interface Versioned {
  readonly revision: number;
}

/**
 * A form over a row that somebody else may save meanwhile. It is sent with the `version` on which it
 * was opened: a refresh of the page must not hide a conflict. `edit` as a whole is for a
 * `<VersionConflict>`, which shows both versions after a refusal.
 *
 * @param opened `null` for a row that does not exist yet
 */
export function useVersionedForm<
  Opened extends Versioned | null,
  Values extends Record<string, unknown>,
>(opened: Opened, toValues: (version: Opened) => Values) {
  const form = useForm<Values>({ initialValues: toValues(opened) });
  const [version, setVersion] = useState(opened);
  const { problem, conflict, attempt } = useConflictForm<NonNullable<Opened>, Values>(form);
  /** The form goes on from another version, as it stands or as it was typed. */
  const show = (next: NonNullable<Opened>, values: Values = toValues(next)): void => {
    form.setInitialValues(values);
    form.setValues(values);
    setVersion(next);
    conflict.close();
  };
  return { form, version, problem, attempt, theirs: conflict.theirs, show };
}
