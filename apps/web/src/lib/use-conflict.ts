import { useState } from 'react';
import { toProblem } from './problem-error.ts';

/**
 * What to do when somebody else saved meanwhile: `take` keeps their version when the error is such a
 * conflict, for a `<ConflictPanel>` beside what was typed; `close` once the person has chosen.
 */
export function useConflict<Version>() {
  const [theirs, setTheirs] = useState<Version | null>(null);
  const take = (error: unknown): boolean => {
    const refusal = toProblem(error);
    if (refusal.code !== 'edited_meanwhile' || refusal.current === undefined) return false;
    setTheirs(refusal.current as Version);
    return true;
  };
  return { theirs, take, close: () => setTheirs(null) };
}
