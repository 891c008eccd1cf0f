import type { Answer } from '@jalon/contract';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../lib/api.ts';
import { isDay } from '../../../lib/is-day.ts';
import { type EntryValues, entryBody } from '../form-values.ts';

/** Asks what an entry would give, again at each change. */
export function useEntryPreview(
  values: EntryValues,
  cohortId: string,
  { isAsked = true }: { readonly isAsked?: boolean } = {},
) {
  const [entry] = useDebouncedValue(values, 300);
  const body = { ...entryBody(entry), cohortId };
  const isComplete = [cohortId, entry.profile, entry.route].every(Boolean) && isDay(entry.startsOn);
  return useQuery({
    queryKey: ['POST /enrolments/preview', body],
    queryFn: ({ signal }) => call('POST /enrolments/preview', { body }, signal),
    enabled: isAsked && isComplete,
    placeholderData: (previous) => previous,
    retry: false,
  });
}

/** What is worth knowing of the day of an entry: shown beside its field, and nowhere else. */
export const isOfEntryDay = ({
  path,
  severity,
}: Answer<'POST /enrolments/preview'>['findings'][number]): boolean =>
  path === '/startsOn' && severity === 'warning';
