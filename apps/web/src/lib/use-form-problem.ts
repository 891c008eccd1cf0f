import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { hasPath, pointerToPath } from './pointer.ts';
import { ProblemError, toProblem } from './problem-error.ts';

/** Only what landing needs of a Mantine form. */
type LandingForm<Values extends Record<string, unknown>> = Pick<
  UseFormReturnType<Values>,
  'getValues' | 'setFieldError' | 'getInputNode' | 'clearErrors'
>;

/**
 * Lands a refusal of the API on the fields it names; what names no field of the form stays in
 * `problem`, for the `<ProblemAlert>` at its top. What was typed is left alone.
 */
export function useFormProblem<Values extends Record<string, unknown>>(form: LandingForm<Values>) {
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const land = (error: unknown): void => {
    const refusal = toProblem(error);
    const faults = refusal.errors.map((fault) => ({
      ...fault,
      path: pointerToPath(fault.pointer),
    }));
    const onFields = faults.filter(({ path }) => hasPath(form.getValues(), path));
    const elsewhere = faults.filter((fault) => !onFields.includes(fault));
    form.clearErrors();
    for (const { path, message } of onFields) form.setFieldError(path, message);
    const [first] = onFields;
    if (first) form.getInputNode(first.path)?.focus();
    const isFullyLanded = onFields.length > 0 && elsewhere.length === 0;
    setProblem(isFullyLanded ? null : new ProblemError({ ...refusal, errors: elsewhere }));
  };
  const clear = (): void => setProblem(null);
  return { problem, land, clear };
}
