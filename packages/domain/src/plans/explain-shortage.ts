import type { Finding } from '../finding.ts';
import { countNoun, formatDay, formatMinutes } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { listOpenHalfDays, type OpenHalfDay } from '../planning/list-open-half-days.ts';
import { checkPlan } from './check-plan.ts';
import { isQualified, isQualifiedOn, isRoomFit, isRoomOpen, isWorking } from './plan-calendar.ts';
import type { PlanCohort, PlanningProblem, PlanRun } from './planning-problem.ts';

/**
 * What makes a plan impossible before any search: nobody qualified, no room, more hours than
 * half-days, locks that contradict each other. Each says what is missing and what would help.
 * `[]` does not prove that a plan exists: the solver may still find none.
 * `path` is `/runs/3`, `/cohorts/0`, or `/locked` with the lock's index.
 *
 * @throws RangeError when a day of the problem is not a real day.
 */
export function explainShortage(problem: PlanningProblem): readonly Finding[] {
  return [
    ...checkLocksTogether(problem),
    ...problem.cohorts.flatMap((cohort, index) => {
      const halfDays = [...listOpenHalfDays(cohort)];
      const runs = problem.runs.filter(({ cohortId }) => cohortId === cohort.id);
      return [
        ...checkRoomInCalendar(`/cohorts/${index}`, cohort, runs, halfDays),
        ...runs.flatMap((run) => {
          const path = `/runs/${problem.runs.indexOf(run)}`;
          return checkRun({ problem, path, run, cohort, halfDays });
        }),
      ];
    }),
  ];
}

/** Locked half-days must keep the rules among themselves; what is still to place is not their fault. */
function checkLocksTogether(problem: PlanningProblem): readonly Finding[] {
  const unfinished = new Set(['plan.exact-hours', 'plan.full-days']);
  return checkPlan(problem, problem.locked)
    .filter(({ rule }) => !unfinished.has(rule))
    .map((finding) => ({
      ...finding,
      path: `/locked${finding.path}`,
      message: `Les créneaux verrouillés se contredisent. ${finding.message} Déverrouillez l’un des deux.`,
    }));
}

/** More hours than half-days: each group's line must hold in the cohort's calendar. */
function checkRoomInCalendar(
  path: string,
  cohort: PlanCohort,
  runs: readonly PlanRun[],
  halfDays: readonly OpenHalfDay[],
): readonly Finding[] {
  const bySubject = [...groupBy(runs, ({ subject }) => subject).values()];
  // Groups of a subject may work side by side: the longest of them counts.
  const needed = bySubject.reduce(
    (sum, groups) => sum + Math.max(...groups.map(({ slotMinutes }) => slotMinutes.length)),
    0,
  );
  if (needed <= halfDays.length) return [];
  return [
    {
      rule: 'plan.more-hours-than-days',
      severity: 'error',
      path,
      message: `${cohort.name} : ${countNoun(needed, 'demi-journée')} à placer, ${countNoun(halfDays.length, 'demi-journée ouverte', 'demi-journées ouvertes')} du ${formatDay(cohort.startsOn)} au ${formatDay(cohort.endsOn)}. Reculez la fin, ajoutez un jour par semaine ou rouvrez un mois.`,
      source: 'DOMAIN 12',
    },
  ];
}

interface RunContext {
  readonly problem: PlanningProblem;
  readonly path: string;
  readonly run: PlanRun;
  readonly cohort: PlanCohort;
  readonly halfDays: readonly OpenHalfDay[];
}

function checkRun(context: RunContext): readonly Finding[] {
  const { problem, path, run, cohort, halfDays } = context;
  const said = `${run.name} (${cohort.name})`;
  const error = (rule: string, message: string, source: string): readonly Finding[] => [
    { rule, severity: 'error', path, message: `${said} : ${message}`, source },
  ];
  const qualified = problem.trainers.filter((trainer) => isQualified(trainer, run));
  const asked = run.accreditations.length > 0 ? 'habilité' : 'qui l’enseigne';
  if (qualified.length === 0) {
    return error(
      'plan.nobody-qualified',
      `aucun formateur ${asked}. Ajoutez ce module à un formateur${run.accreditations.length > 0 ? ' habilité' : ''}.`,
      'DOMAIN 12, W1',
    );
  }
  const rooms = problem.rooms.filter((room) => isRoomFit(room, run, cohort.siteId));
  if (rooms.length === 0) {
    const equipment = run.equipment.length > 0 ? ` avec ${run.equipment.join(', ')}` : '';
    return error(
      'plan.no-room',
      `aucune salle de ${run.learners} places${equipment} sur le site. Ajoutez une salle ou faites des groupes.`,
      'DOMAIN 12',
    );
  }
  const limit = run.until;
  const inTime = halfDays.filter(({ date }) => limit === null || date <= limit);
  const staffed = halfDays.filter((half) =>
    qualified.some((trainer) => isWorking(trainer, half) && isQualifiedOn(trainer, run, half.date)),
  );
  const possible = staffed.filter(
    (half) => inTime.includes(half) && rooms.some((room) => isRoomOpen(room, half.date)),
  );
  if (possible.length >= run.slotMinutes.length) return [];
  const minutes = run.slotMinutes.reduce((total, one) => total + one, 0);
  const [first] = staffed;
  if (first && limit !== null && first.date > limit) {
    return error(
      'plan.trainer-too-late',
      `aucun formateur ${asked} disponible avant le ${formatDay(first.date)}, alors que tout doit être fini le ${formatDay(limit)}. Reculez le jury ou trouvez un autre formateur.`,
      'disponibilités des formateurs',
    );
  }
  return error(
    'plan.too-few-half-days',
    `${countNoun(possible.length, 'demi-journée')} où un formateur ${asked} et une salle sont libres, pour ${formatMinutes(minutes)} en ${countNoun(run.slotMinutes.length, 'demi-journée')}. Ajoutez une disponibilité, un formateur ou un jour.`,
    'disponibilités des formateurs',
  );
}
