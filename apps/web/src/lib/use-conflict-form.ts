import { useConflict } from './use-conflict.ts';
import { useFormProblem } from './use-form-problem.ts';

/**
 * The sending of a form whose row somebody else may have saved meanwhile: `attempt` runs it, a
 * refusal lands on its fields or in `problem`, and their version is kept in `conflict.theirs` for a
 * `<ConflictPanel>`.
 */
export function useConflictForm<Version, Values extends Record<string, unknown>>(
  form: Parameters<typeof useFormProblem<Values>>[0],
) {
  const { problem, land, clear } = useFormProblem(form);
  const conflict = useConflict<Version>();
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    clear();
    conflict.close();
    try {
      await act();
    } catch (error) {
      if (!conflict.take(error)) land(error);
    }
  };
  return { problem, conflict, attempt };
}
