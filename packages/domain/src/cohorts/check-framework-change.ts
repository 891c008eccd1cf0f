import type { Finding } from '../finding.ts';
import { countNoun, joinWords } from '../french-format.ts';

/** What holds a cohort to its version of the framework. */
export interface FrameworkTies {
  readonly hasCalendar: boolean;
  /** Those enrolled here, whatever became of them. */
  readonly hasEnrolments: boolean;
  /** Learners of other cohorts whose path has a module of this one: « Abadie Lina (Automne 2026) ». */
  readonly followers: readonly string[];
}

const named = 3;

/**
 * Whether a cohort may point to another version: paths, half-days and decisions rest on the one it
 * has. Empty when nothing depends on it yet.
 */
export function checkFrameworkChange(ties: FrameworkTies): readonly Finding[] {
  if (ties.hasCalendar || ties.hasEnrolments)
    return refuse(
      'Le référentiel ne change plus : la cohorte a déjà un calendrier ou des inscrits. Créez une autre cohorte.',
    );
  if (ties.followers.length === 0) return [];
  const [first] = ties.followers;
  const who = ties.followers.length === 1 ? first : nameSome(ties.followers);
  const [verb, their] = ties.followers.length === 1 ? ['a', 'son'] : ['ont', 'leur'];
  return refuse(
    `Le référentiel ne change plus : ${who} ${verb} des modules de cette cohorte dans ${their} parcours. Changez ${their} parcours, ou créez une autre cohorte.`,
  );
}

function nameSome(names: readonly string[]): string {
  const others = names.length - named;
  if (others <= 0) return joinWords(names);
  return joinWords([...names.slice(0, named), countNoun(others, 'autre')]);
}

const refuse = (message: string): readonly Finding[] => [
  {
    rule: 'cohort.framework-kept',
    severity: 'error',
    path: '/frameworkVersionId',
    message,
    source: 'DOMAIN 12',
  },
];
