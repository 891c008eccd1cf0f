import type { CalendarSlot } from '@jalon/contract';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { isRecorded } from '../../components/calendar/slot-words.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useCalendarView } from './use-calendar-view.ts';

/** Takes the half-day in hand over the centre's calendar, where every place says what it is worth. */
export function MoveSlot({ slot }: { readonly slot: CalendarSlot }) {
  const mayWrite = useIsAllowed('calendar:write');
  const navigate = useNavigate();
  const { isWide } = useCalendarView();
  if (!mayWrite || slot.cancelReason !== null || isRecorded(slot)) return null;
  return (
    <Button
      onClick={() =>
        navigate({
          to: '/calendrier',
          search: ({ site, formateur, lignes, vue }: Record<string, unknown>) => ({
            site,
            formateur,
            lignes,
            vue: isWide && vue !== 'jour' ? 'semaine' : 'jour',
            jour: slot.date,
            deplacer: slot.id,
          }),
        } as never)
      }
    >
      Déplacer
    </Button>
  );
}
