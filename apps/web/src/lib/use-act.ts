import { useState } from 'react';

/**
 * An act behind a button: whether it runs, and why it failed, for a `<ProblemAlert>` beside it.
 * `run` never rejects, so that no failure is lost in a click.
 */
export function useAct<Args extends readonly unknown[]>(act: (...args: Args) => Promise<unknown>) {
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (...args: Args): Promise<void> => {
    setPending(true);
    setProblem(null);
    try {
      await act(...args);
    } catch (error) {
      setProblem(error);
    }
    setPending(false);
  };
  const forget = (): void => setProblem(null);
  return { run, isPending, problem, forget };
}
