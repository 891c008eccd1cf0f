import type { Input } from '@jalon/contract';
import {
  checkCapacity,
  checkEntry,
  checkFrameworkOnEntry,
  checkRoute,
  type Decision,
  type EntryOutcome,
  type Finding,
  type Framework,
} from '@jalon/domain';

type Entry = Omit<Input<'POST /enrolments/preview'>['body'], 'cohortId'>;

/** The rules' opinion of an entry; a person decides on it. */
export interface EntryOpinion {
  readonly entry: Decision<EntryOutcome>;
  readonly findings: readonly Finding[];
}

/**
 * What the rules say of an entry: conditions, access route, registration of the certification on
 * that day, places.
 *
 * @param enrolled learners of the cohort once this one is in.
 */
export function judgeEntry(
  framework: Framework,
  entry: Entry,
  cohort: { readonly capacity: number; readonly enrolled: number },
): EntryOpinion {
  return {
    entry: checkEntry({ framework, ...entry }),
    findings: [
      ...checkRoute(framework, entry.route),
      ...checkFrameworkOnEntry(framework, entry.startsOn),
      ...checkCapacity(cohort.enrolled, cohort.capacity),
    ],
  };
}

/** Going on although the conditions are not met takes a motive: the software proposes, people decide. */
export function checkEntryMotive(
  { entry }: EntryOpinion,
  motive: string | null,
): readonly Finding[] {
  if (entry.outcome !== 'not_eligible' || motive?.trim()) return [];
  const unmet = entry.reasons.find(({ met }) => !met);
  return [
    {
      rule: 'enrolment.entry-motive',
      severity: 'error',
      path: '/entryMotive',
      message: `${unmet?.facts ?? 'Les conditions d’entrée ne sont pas remplies.'} Indiquez pourquoi vous inscrivez quand même cette personne.`,
      source: unmet?.source ?? framework,
    },
  ];
}

const framework = 'DOMAIN 5.1';
