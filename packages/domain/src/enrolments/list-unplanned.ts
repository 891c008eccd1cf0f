import type { WaivedHours } from '../dispensations/minutes-waived.ts';
import type { Framework } from '../frameworks/framework.ts';
import {
  isSameItem,
  listProgramme,
  type ProgrammeItem,
  type ProgrammeKey,
} from '../frameworks/list-programme.ts';
import { programmeOfRoute } from '../frameworks/programme-of-route.ts';
import type { AccessRoute } from '../vocabulary.ts';
import { isWhollyWaived } from './expected-slots.ts';

/**
 * Modules and evaluations that a learner's path still lacks, in the programme's order: neither
 * chosen nor waived whole (W3, DOMAIN 12); a VAE has no path (DOMAIN 4.7). Nothing while the own cohort has no calendar: its
 * learners wait for it, and nobody can plan them one by one.
 *
 * @param path what each run of the path teaches; runs without a half-day left out
 */
export function listUnplanned(input: {
  readonly framework: Framework;
  readonly route: AccessRoute;
  readonly path: readonly ProgrammeKey[];
  readonly waived: WaivedHours;
  readonly hasCalendar: boolean;
}): readonly ProgrammeItem[] {
  const { framework, route, path, waived, hasCalendar } = input;
  if (!hasCalendar) return [];
  return listProgramme(programmeOfRoute(framework, route)).filter(
    (item) => !isWhollyWaived(item, waived) && !path.some((one) => isSameItem(one, item)),
  );
}
