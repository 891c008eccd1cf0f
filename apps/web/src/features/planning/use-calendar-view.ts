import type { Answer } from '@jalon/contract';
import { addDays, mondayOf } from '@jalon/domain';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { monthOf, monthRange } from '../../components/calendar/month.ts';
import { isDay } from '../../lib/is-day.ts';
import { readToday } from '../../lib/read-today.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';
import { type LineKind, lineKinds } from './resource-lines.ts';

export type CalendarView = 'jour' | 'semaine' | 'mois' | 'liste';

const viewWords: Readonly<Record<CalendarView, string>> = {
  jour: 'Jour',
  semaine: 'Semaine',
  mois: 'Mois',
  liste: 'Liste',
};

/**
 * What a calendar shows, as its address says.
 *
 * @param cohortDay the day that a cohort's own calendar opens on; without it, the centre's
 */
export function useCalendarView(cohortDay?: string) {
  const isOfCohort = cohortDay !== undefined;
  const [asked, setView] = useSearchParam('vue');
  const [askedDay, setDay] = useSearchParam('jour');
  const [askedKind, setKind] = useSearchParam('lignes');
  const seesCentre = useIsAllowed('board:read');
  const isWide = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  // A table of a week is too wide for a phone, which has the day instead, and the month as a list.
  const views: readonly CalendarView[] = isWide
    ? ['jour', 'semaine', 'mois', 'liste']
    : isOfCohort
      ? ['jour', 'mois', 'liste']
      : ['jour', 'liste'];
  const usual = isOfCohort ? 'mois' : usualView(isWide, seesCentre);
  const view = views.find((one) => one === asked) ?? usual;
  const day = askedDay && isDay(askedDay) ? askedDay : (cohortDay ?? readToday());
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

const usualView = (isWide: boolean, seesCentre: boolean): CalendarView => {
  if (isWide) return seesCentre ? 'semaine' : 'mois';
  return seesCentre ? 'jour' : 'liste';
};

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
  readonly calendar: Pick<Answer<'GET /calendar'>, 'slots' | 'daysOff' | 'events'>;
  readonly selectedId: string | undefined;
  readonly onSelect: (slotId: string) => void;
  /** The choice of another way to show it. */
  readonly tools: ReactNode;
  /** One cohort's calendar: nothing is known of what others hold. */
  readonly isOfCohort?: boolean;
}
