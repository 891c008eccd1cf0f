import { useParams } from '@tanstack/react-router';

/** A param of the page's address, `useParam('cohortId')` under `/cohortes/$cohortId`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`this page has no $${name} in its path`);
  return value;
}
