import type { Answer } from '@jalon/contract';
import type { Funder } from '@jalon/domain';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../lib/api.ts';
import { isDay } from '../../../lib/is-day.ts';
import {
  type EmploymentValues,
  type EntryValues,
  entryBody,
  typedContracts,
} from '../form-values.ts';
import { blankToNull } from '../words.ts';

/** Asks what an entry would give, again at each change. */
export function useEntryPreview(
  values: EntryValues,
  cohortId: string,
  employments: readonly EmploymentValues[],
  {
    isAsked = true,
    personId = null,
  }: { readonly isAsked?: boolean; readonly personId?: string | null } = {},
) {
  const [entry] = useDebouncedValue(values, 300);
  const [contracted] = useDebouncedValue(employments, 300);
  const body = {
    ...entryBody(entry),
    funder: blankToNull(entry.funder) as Funder | null,
    cohortId,
    contracts: typedContracts(contracted),
    personId,
  };
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
