import type { Finding } from '@jalon/domain';
import { useDebouncedValue } from '@mantine/hooks';
import { useRead } from '../../lib/api.ts';
import { isDay } from '../../lib/is-day.ts';
import { type EventValues, toBody } from './form-values.ts';

/** What the rules say of an event while it is written; `[]` until they have been asked. */
export function useEventFindings(
  values: EventValues,
  of: { readonly slotId: string } | { readonly eventId: string },
): readonly Finding[] {
  const [checked] = useDebouncedValue(values, 350);
  const isReadable =
    isDay(checked.heldOn) && checked.startsAt !== null && (checked.minutes ?? 0) > 0;
  const body = toBody(checked);
  const isNew = 'slotId' in of;
  const ofNew = useRead(
    'POST /slots/:slotId/assessment-event-check',
    { params: { slotId: isNew ? of.slotId : '' }, body },
    { enabled: isNew && isReadable },
  );
  const ofChange = useRead(
    'POST /assessment-events/:eventId/check',
    { params: { eventId: isNew ? '' : of.eventId }, body },
    { enabled: !isNew && isReadable },
  );
  return (isNew ? ofNew : ofChange).data ?? [];
}
