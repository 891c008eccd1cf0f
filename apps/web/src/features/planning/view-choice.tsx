import { SegmentedControl } from '@mantine/core';
import type { CalendarScope, CalendarView } from './use-calendar-view.ts';

interface ViewChoiceProps {
  readonly choices: CalendarScope['choices'];
  readonly value: CalendarView;
  readonly onChange: (view: CalendarView) => void;
}

/** A calendar by day, week or month, or as a list. */
export const ViewChoice = ({ choices, value, onChange }: ViewChoiceProps) => (
  <SegmentedControl
    aria-label="Présentation"
    data={[...choices]}
    value={value}
    onChange={onChange}
    ml="auto"
  />
);
