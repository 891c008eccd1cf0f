import type { UseFormReturnType } from '@mantine/form';
import { ProblemError } from './problem-error.ts';
/** Only what landing needs of a Mantine form. */
type LandingForm<Values extends Record<string, unknown>> = Pick<UseFormReturnType<Values>, 'getValues' | 'setFieldError' | 'getInputNode' | 'clearErrors'>;
/**
 * Lands a refusal of the API on the fields it names; what names no field of the form stays in
 * `problem`, for the `<ProblemAlert>` at its top. What was typed is left alone.
 */
export declare function useFormProblem<Values extends Record<string, unknown>>(form: LandingForm<Values>): {
    problem: ProblemError | null;
    land: (error: unknown) => void;
    clear: () => void;
};
export {};
