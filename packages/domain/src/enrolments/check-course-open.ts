import type { EnrolmentState } from '../certificates/end-enrolment.ts';
import type { Finding } from '../finding.ts';

/**
 * What only a course that goes on takes: the modules it follows, its access route and dates, a
 * dispensation or an equivalence asked for, the file of another centre. What was declared on entry, the
 * employments and their tutors, the answers to dispensations already filed and what happened before the end are still written once it is over.
 */
export type CourseWrite = 'path' | 'course' | 'dispensation' | 'equivalence' | 'transfer';

const refused: Readonly<Record<CourseWrite, string>> = {
  path: 'son parcours ne change plus',
  course: 'sa voie d’accès et ses dates ne changent plus',
  dispensation: 'aucune dispense ne se demande plus',
  equivalence: 'aucune équivalence ne se demande plus',
  transfer: 'aucun fichier de transfert ne s’y importe plus',
};

/** Whether an enrolment still takes it: an abandoned or completed course has nothing to come. */
export function checkCourseOpen(state: EnrolmentState, write: CourseWrite): readonly Finding[] {
  if (state === 'active') return [];
  const message =
    state === 'withdrawn'
      ? `Cette formation est abandonnée : ${refused[write]}. Annulez d’abord l’abandon s’il n’a plus lieu d’être.`
      : `Cette formation est terminée : ${refused[write]}.`;
  return [{ rule: 'enrolment.course-open', severity: 'error', path: '', message, source }];
}

const source = 'DOMAIN 12';

interface Course {
  readonly route: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** The fields of a course that an enrolment which is over would change. */
export const listCourseChanges = (before: Course, after: Course): readonly (keyof Course)[] =>
  (['route', 'startsOn', 'endsOn'] as const).filter((field) => before[field] !== after[field]);
