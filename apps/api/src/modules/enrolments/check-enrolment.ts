import type { Input } from '@jalon/contract';
import {
  type CohortSpan,
  checkCapacity,
  checkContractKind,
  checkEntry,
  checkEntryDay,
  checkEntryMotive,
  checkFrameworkOnEntry,
  checkRoute,
  checkRouteHours,
  checkRoutePeriod,
  type Decision,
  type EntryOutcome,
  type Finding,
  type Framework,
  type PlainDate,
  sumHours,
  type TrainingContract,
  vaeRulesOf,
} from '@jalon/domain';

type Entry = Omit<Input<'POST /enrolments/preview'>['body'], 'cohortId' | 'contracts' | 'personId'>;

/** What an entry is judged against. */
export interface EntryContext {
  readonly framework: Framework;
  /** The versions that the centre has published. */
  readonly versions: readonly Framework[];
  readonly capacity: number;
  /** Learners of the cohort once this one is in. */
  readonly enrolled: number;
  /** Last day planned of the cohort: that of an enrolment which says none. */
  readonly cohortEndsOn: PlainDate | null;
  /** Minutes of training that dispensations take off. */
  readonly waivedMinutes: number;
  /** Between which days the cohort is entered. */
  readonly span: CohortSpan;
  /** The day of entry was taken before: a cohort put off since does not refuse it. */
  readonly keepsEntry?: boolean;
  /** Route and day of entry were taken before: a period that they are out of does not refuse them. */
  readonly keepsRoute?: boolean;
  /** The employment contracts of the learner, whenever they run; none while nobody says. */
  readonly contracts?: readonly TrainingContract[];
}

/** The rules' opinion of an entry; a person decides on it. */
export interface EntryOpinion {
  readonly entry: Decision<EntryOutcome>;
  readonly findings: readonly Finding[];
}

/**
 * What the rules say of an entry: conditions, access route with its period, hours and duration,
 * registration of the certification on that day, places.
 */
export function judgeEntry(entry: Entry, context: EntryContext): EntryOpinion {
  const { framework, versions, enrolled, capacity, contracts = [] } = context;
  const endsOn = entry.endsOn ?? context.cohortEndsOn;
  return {
    entry: checkEntry({ framework, ...entry }),
    findings: [
      ...checkRoute(framework, entry.route),
      ...checkRoutePeriod({ ...entry, endsOn, contracts }, context.keepsRoute),
      ...checkRouteHours({
        ...entry,
        endsOn,
        contracts,
        vae: vaeRulesOf(framework),
        trainingMinutes: sumHours(framework).totalMinutes - context.waivedMinutes,
      }),
      ...checkContractKind({ ...entry, endsOn, contracts }),
      ...(context.keepsEntry ? [] : checkEntryDay(entry, context.span)),
      ...checkFrameworkOnEntry(framework, entry.startsOn, versions),
      ...checkCapacity(enrolled, capacity),
    ],
  };
}

/** What stops an enrolment until its motive is typed, in its form. */
export const checkMotiveInForm = (
  { entry }: EntryOpinion,
  motive: string | null,
): readonly Finding[] =>
  checkEntryMotive(entry, motive, 'Indiquez pourquoi vous inscrivez quand même cette personne.');
