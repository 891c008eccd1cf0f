import { writeUnplanned } from '../enrolments/list-file-gaps.ts';
import { countNoun } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { UnplannedPath } from './home-facts.ts';
import { listNames } from './list-names.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** Learners of one cohort whose path lacks steps: by name while there is one, else together. */
export function writePaths(
  paths: readonly UnplannedPath[],
  today: PlainDate,
): readonly UrgentRow[] {
  const cohortIds = [...new Set(paths.map(({ cohortId }) => cohortId))];
  return cohortIds.flatMap((cohortId): UrgentRow[] => {
    const own = paths.filter((path) => path.cohortId === cohortId);
    const [only] = own;
    if (!only) return [];
    const juries = own.flatMap(({ learner }) => learner.nextJuryOn ?? []).toSorted();
    const days = juries[0] === undefined ? null : daysBetween(today, juries[0]);
    const common = { kind: 'path' as const, days, phone: null };
    if (own.length === 1)
      return [
        {
          ...common,
          subject: only.learner.name,
          fact: writeUnplanned(only.items.length),
          why: `Sans dates : ${listNames(only.items)}.`,
          actions: [
            act('plan_path', 'Planifier', only.learner.enrolmentId),
            act('read_learner', 'Voir le dossier', only.learner.enrolmentId),
          ],
        },
      ];
    return [
      {
        ...common,
        subject: only.cohortName,
        fact: `${countNoun(own.length, 'apprenant')} ont des étapes de leur parcours à planifier`,
        why: `${listNames(own.map(({ learner }) => learner.name))}.`,
        actions: [
          act('plan_paths', 'Planifier', cohortId),
          act('read_learners', 'Voir les apprenants', cohortId),
        ],
      },
    ];
  });
}
