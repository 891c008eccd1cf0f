import { useNavigate, useSearch } from '@tanstack/react-router';

type Search = Record<string, unknown>;

/** An entry of the page's address, `?mois=2027-01`, and how to change it; `undefined` removes it. */
export function useSearchParam(
  name: string,
): readonly [string | undefined, (value: string | undefined) => void] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const value = search[name];
  const change = (next: string | undefined): void => {
    navigate({
      to: '.',
      search: (previous: Search) => ({ ...previous, [name]: next }),
      replace: true,
      resetScroll: false,
    } as never);
  };
  return [value === undefined || value === '' ? undefined : String(value), change];
}
