import type { Finding } from '../finding.ts';
import { countNoun, formatDay } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { CohortState } from '../vocabulary.ts';

/** What a change of state looks at. */
export interface CohortProgress {
  readonly state: CohortState;
  /** Half-days of the calendar, cancelled ones left out. */
  readonly slotCount: number;
  readonly firstDay: PlainDate | null;
  readonly lastDay: PlainDate | null;
  /** Half-days that took place and that no trainer has signed. */
  readonly unsignedCount: number;
  readonly today: PlainDate;
}

/** Where a cohort may go from each state; « reportée » comes back to draft or planned (W46). */
const nextStates: Readonly<Record<CohortState, readonly CohortState[]>> = {
  draft: ['planned', 'postponed'],
  planned: ['running', 'draft', 'postponed'],
  running: ['completed', 'postponed'],
  postponed: ['draft', 'planned'],
  completed: ['running'],
};

/** The states that a cohort may be moved to. */
export const listNextStates = (state: CohortState): readonly CohortState[] => nextStates[state];

/**
 * Checks a change of state: errors stop it, warnings are shown beside it. `path` is `/state`.
 */
export function checkCohortState(progress: CohortProgress, to: CohortState): readonly Finding[] {
  const { state, slotCount, firstDay, lastDay, unsignedCount, today } = progress;
  const finding = (severity: Finding['severity'], rule: string, message: string): Finding => ({
    rule,
    severity,
    path: '/state',
    message,
    source: 'DOMAIN 7, W46 ; DOMAIN 8.1',
  });
  if (!nextStates[state].includes(to)) {
    return [
      finding(
        'error',
        'cohort.next-state',
        'Cet état ne suit pas l’état actuel de la cohorte : rechargez la page.',
      ),
    ];
  }
  if ((to === 'planned' || to === 'running') && slotCount === 0) {
    return [
      finding(
        'error',
        'cohort.has-calendar',
        'La cohorte n’a pas encore de calendrier : proposez-le d’abord.',
      ),
    ];
  }
  const findings: Finding[] = [];
  if (to === 'running' && firstDay !== null && firstDay > today) {
    findings.push(
      finding(
        'warning',
        'cohort.starts-on-first-day',
        `La première demi-journée est le ${formatDay(firstDay)}.`,
      ),
    );
  }
  if (to === 'completed' && lastDay !== null && lastDay >= today) {
    findings.push(
      finding(
        'error',
        'cohort.completed-after-last-day',
        `La dernière demi-journée est le ${formatDay(lastDay)} : terminez la cohorte ensuite.`,
      ),
    );
  }
  if (to === 'completed' && unsignedCount > 0) {
    findings.push(
      finding(
        'warning',
        'cohort.sheets-signed',
        `${countNoun(unsignedCount, 'feuille')} d’émargement ${unsignedCount < 2 ? 'n’est pas signée' : 'ne sont pas signées'}.`,
      ),
    );
  }
  return findings;
}
