import type { Answer } from '@jalon/contract';
import { addDays, mondayOf } from '@jalon/domain';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { isDay } from '../../lib/is-day.ts';
import { readToday } from '../../lib/read-today.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { monthOf, monthRange } from './month.ts';
import { type LineKind, lineKinds } from './resource-lines.ts';

type CalendarView = 'jour' | 'semaine' | 'mois' | 'liste';

const viewWords: Readonly<Record<CalendarView, string>> = {
  jour: 'Jour',
  semaine: 'Semaine',
  mois: 'Mois',
  liste: 'Liste',
};

/** What the centre's calendar shows, as its address says. */
export function useCalendarView() {
  const [asked, setView] = useSearchParam('vue');
  const [askedDay, setDay] = useSearchParam('jour');
  const [askedKind, setKind] = useSearchParam('lignes');
  const seesCentre = useIsAllowed('board:read');
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  // A table of a week is too wide for a phone, which has the day instead, and the month as a list.
  const views: readonly CalendarView[] = isWide
    ? ['jour', 'semaine', 'mois', 'liste']
    : ['jour', 'liste'];
  const usual: CalendarView = isWide
    ? seesCentre
      ? 'semaine'
      : 'mois'
    : seesCentre
      ? 'jour'
      : 'liste';
  const view = views.find((one) => one === asked) ?? usual;
  const day = askedDay && isDay(askedDay) ? askedDay : readToday();
  const kind: LineKind = (seesCentre && lineKinds.find((one) => one === askedKind)) || 'cohortes';
  return {
    view,
    setView,
    choices: views.map((value) => ({ value, label: viewWords[value] })),
    day,
    setDay,
    kind,
    setKind,
    seesCentre,
    isWide,
    range: rangeOf(view, day),
  };
}

function rangeOf(view: CalendarView, day: string): { readonly from: string; readonly to: string } {
  if (view === 'jour') return { from: day, to: day };
  if (view === 'semaine') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) };
  return monthRange(monthOf(day));
}

/** The part of the calendar on screen, and how to change it. */
export type CalendarScope = ReturnType<typeof useCalendarView>;

/** What each way to show the calendar is given. */
export interface CentreViewProps {
  readonly view: CalendarScope;
  readonly calendar: Answer<'GET /calendar'>;
  readonly selectedId: string | undefined;
  readonly onSelect: (slotId: string) => void;
  /** The choice of another way to show it. */
  readonly tools: ReactNode;
}
