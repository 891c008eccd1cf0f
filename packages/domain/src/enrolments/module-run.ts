import type { ProgrammeItem, ProgrammeKey } from '../frameworks/list-programme.ts';
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
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly slots: readonly HeldHalfDay[];
  /** `null` when places are not counted. */
  readonly freePlaces: number | null;
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
