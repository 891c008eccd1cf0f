import type { ProgrammeItem, ProgrammeKey } from '../frameworks/list-programme.ts';
import { formatDay } from '../french-format.ts';
import type { MinuteOfDay, PlainDate } from '../plain-date.ts';

/** When one half-day of a run is held. */
export interface HeldHalfDay {
  readonly date: PlainDate;
  readonly startsAt: MinuteOfDay;
  readonly minutes: number;
}

/** A module or evaluation as one cohort runs it, from its first slot to its last. */
export interface ModuleRun extends ProgrammeKey {
  readonly cohortId: string;
  readonly cohortName: string;
  /** The learner's own cohort. */
  readonly isOwn: boolean;
  /** `null`, as the last one, while no half-day of it is placed: it is all to come. */
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly slots: readonly HeldHalfDay[];
  /** `null` when places are not counted. */
  readonly freePlaces: number | null;
}

/** A run with at least one half-day at the calendar. */
export interface PlacedRun extends ModuleRun {
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
}

export const isPlaced = (run: ModuleRun): run is PlacedRun =>
  run.firstDay !== null && run.lastDay !== null;

/** Whether nothing of a run is held before that day; what is not placed yet is all to come. */
export const beginsFrom = ({ firstDay }: Pick<ModuleRun, 'firstDay'>, day: PlainDate): boolean =>
  firstDay === null || firstDay >= day;

/** « du 4 janvier au 2 février 2027 », or that the dates are to come. */
export function sayRunDates({
  firstDay,
  lastDay,
}: Pick<ModuleRun, 'firstDay' | 'lastDay'>): string {
  if (firstDay === null || lastDay === null) return 'dates à venir';
  if (firstDay === lastDay) return `le ${formatDay(firstDay)}`;
  return `du ${formatDay(firstDay)} au ${formatDay(lastDay)}`;
}

/** What is proposed for one module or evaluation; a person confirms it. */
export interface ProposedPathStep extends ProgrammeItem {
  readonly state: 'own' | 'other' | 'waived' | 'to_plan';
  /** The run to follow; `null` when waived or still to be planned. */
  readonly run: ModuleRun | null;
  /** A full French sentence. */
  readonly reason: string;
  readonly source: string;
}
