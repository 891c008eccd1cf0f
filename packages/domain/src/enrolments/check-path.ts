import type { Finding } from '../finding.ts';
import type { Framework } from '../frameworks/framework.ts';
import { isSameItem, listProgramme } from '../frameworks/list-programme.ts';
import { isTaught } from '../frameworks/programme-of-route.ts';
import { formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { AccessRoute } from '../vocabulary.ts';
import type { ModuleRun } from './module-run.ts';

const source = 'W3 ; DOMAIN 4.7, 12';

/** From when a learner can follow something: their entry, and what day it is. */
export interface PathDays {
  readonly enteredOn: PlainDate;
  readonly today: PlainDate;
}

/**
 * Whether a run can still be chosen: it was not over when the learner entered, and another cohort's
 * is not over today. Their own cohort's may be, for those whose entry is written down afterwards.
 * What their cohort has not placed yet is theirs; of another one, nobody knows when it comes.
 */
export const canFollow = (
  { isOwn, lastDay }: Pick<ModuleRun, 'isOwn' | 'lastDay'>,
  { enteredOn, today }: PathDays,
): boolean => (lastDay === null ? isOwn : lastDay >= enteredOn && (isOwn || lastDay >= today));

/**
 * Checks the runs that a person chose for a learner: each belongs to the version, one a module, is
 * not over already, and a full one of another cohort is said. Paths point into the list of runs.
 *
 * @param kept runs that the learner already follows: they stay, and their place is the learner's.
 */
export function checkPath(
  {
    framework,
    route,
    ...days
  }: PathDays & { readonly framework: Framework; readonly route: AccessRoute },
  runs: readonly ModuleRun[],
  kept: readonly ModuleRun[] = [],
): readonly Finding[] {
  const programme = listProgramme(framework);
  return runs.flatMap((run, index): readonly Finding[] => {
    const path = `/moduleRunIds/${index}`;
    const item = programme.find((one) => isSameItem(one, run));
    if (!isTaught(route)) {
      return [
        finding(
          'path.none-in-vae',
          'error',
          path,
          'Une VAE se passe sans formation : aucun module ne se suit. Pour en suivre, changez la voie d’accès.',
        ),
      ];
    }
    if (item === undefined) {
      return [
        finding(
          'path.run-in-programme',
          'error',
          path,
          'Ce module n’est pas dans le référentiel de cet apprenant.',
        ),
      ];
    }
    if (runs.findIndex((other) => isSameItem(other, run)) < index) {
      return [
        finding(
          'path.one-run-a-module',
          'error',
          path,
          `« ${item.name} » est choisi deux fois : gardez une seule cohorte.`,
        ),
      ];
    }
    if (!kept.includes(run) && !canFollow(run, days)) {
      const { lastDay } = run;
      const why =
        lastDay !== null && lastDay < days.enteredOn
          ? `, avant l’entrée en formation du ${formatDay(days.enteredOn)}`
          : '';
      return [
        finding(
          'path.run-not-over',
          'error',
          path,
          lastDay === null
            ? `« ${item.name} » n’est pas encore au calendrier de « ${run.cohortName} » : choisissez une autre cohorte.`
            : `« ${item.name} » avec « ${run.cohortName} » a fini le ${formatDay(lastDay)}${why} : choisissez une autre cohorte.`,
        ),
      ];
    }
    const isFull = run.freePlaces !== null && run.freePlaces <= 0;
    if (!isFull || run.isOwn || kept.includes(run)) return [];
    return [
      finding(
        'path.free-place',
        'warning',
        path,
        `« ${item.name} » : « ${run.cohortName} » n’a plus de place, l’effectif prévu est dépassé.`,
      ),
    ];
  });
}

const finding = (
  rule: string,
  severity: Finding['severity'],
  path: string,
  message: string,
): Finding => ({ rule, severity, path, message, source });
