import type { ReactNode } from 'react';

/** What was refused at a field or below it, in one line. */
export const errorsUnder = (
  errors: Readonly<Record<string, ReactNode>>,
  path: string,
): ReactNode => {
  const words = Object.entries(errors)
    .filter(([key]) => key === path || key.startsWith(`${path}.`))
    .map(([, message]) => String(message));
  return words.length > 0 ? words.join(' ') : null;
};
