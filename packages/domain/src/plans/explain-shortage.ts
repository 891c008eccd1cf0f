import type { Finding } from '../finding.ts';
import { countNoun, formatDay, formatMinutes, joinWords } from '../french-format.ts';
import { groupBy } from '../group-by.ts';
import { findMissingEquipment } from '../planning/equipment.ts';
import { listOpenHalfDays, type OpenHalfDay } from '../planning/list-open-half-days.ts';
import { checkPlan } from './check-plan.ts';
import { isBrokenTogether } from './is-broken.ts';
import { leaveLocked } from './leave-locked.ts';
import { isQualified, isQualifiedOn, isRoomFit, isRoomOpen, isWorking } from './plan-calendar.ts';
import type {
  PlanCohort,
  PlanningProblem,
  PlanRoom,
  PlanRun,
  PlanSlot,
} from './planning-problem.ts';

/**
 * What makes a plan impossible before any search: no trainer, nobody qualified, no room, more hours
 * than half-days, locks that do not hold. Each says what is missing and what would help.
 * `[]` does not prove that a plan exists: the solver may still find none.
 * `path` is `/runs/3`, `/cohorts/0`, `/locked` with the lock's index, or `/trainers` for what stops
 * every cohort.
 *
 * @throws RangeError when a day of the problem is not a real day.
 */
export function explainShortage(problem: PlanningProblem): readonly Finding[] {
  return [...checkLocks(problem), ...explainUnplaced(problem)];
}

/**
 * The same, locks aside: why what is left cannot be placed around them.
 *
 * @throws RangeError when a day of the problem is not a real day.
 */
export function explainUnplaced(problem: PlanningProblem): readonly Finding[] {
  return [
    ...checkTrainers(problem),
    ...problem.cohorts.flatMap((cohort, index) => {
      const halfDays = [...listOpenHalfDays(cohort)];
      const runs = listLeft(problem, cohort);
      const free = listFree(problem, cohort, halfDays);
      return [
        ...checkRoomInCalendar(`/cohorts/${index}`, cohort, runs, free),
        ...checkQualified(`/cohorts/${index}`, problem, cohort, runs),
        ...runs.flatMap((run) => {
          const path = `/runs/${problem.runs.findIndex(({ id }) => id === run.id)}`;
          return checkRun({ problem, path, run, cohort, halfDays });
        }),
      ];
    }),
  ];
}

/** What locks leave to place of the cohort's runs: what they hold asks nothing more of anybody. */
const listLeft = ({ runs, locked }: PlanningProblem, { id }: PlanCohort): readonly PlanRun[] =>
  runs
    .filter(({ cohortId }) => cohortId === id)
    .map((run) => {
      const { minutesLeft, remoteLeft } = leaveLocked(run, locked);
      return { ...run, slotMinutes: minutesLeft, remoteHalfDays: remoteLeft };
    })
    .filter(({ slotMinutes }) => slotMinutes.length > 0);

/** The half-days that no lock of the whole cohort holds: groups may work side by side. */
function listFree(
  { runs, locked }: PlanningProblem,
  { id }: PlanCohort,
  halfDays: readonly OpenHalfDay[],
): readonly OpenHalfDay[] {
  const whole = new Set(
    runs.filter(({ cohortId, group }) => cohortId === id && group === null).map((run) => run.id),
  );
  const held = locked.filter(({ runId }) => whole.has(runId));
  return halfDays.filter(
    (half) => !held.some((lock) => lock.date === half.date && lock.halfDay === half.halfDay),
  );
}

/** Without a single file, no module has anybody: said once, not for each of them. */
const checkTrainers = ({ trainers, runs }: PlanningProblem): readonly Finding[] =>
  trainers.length > 0 || runs.length === 0
    ? []
    : [
        {
          rule: 'plan.no-trainer',
          severity: 'error',
          path: '/trainers',
          message:
            'Aucun formateur n’a de fiche complète : un plan n’a personne à qui donner les cours. Dans « Formateurs », indiquez pour chacun ses jours de travail, ses heures et ses modules.',
          source: 'fiches des formateurs',
        },
      ];

/** Modules that nobody may teach, those of a cohort together. */
function checkQualified(
  path: string,
  { trainers }: PlanningProblem,
  cohort: PlanCohort,
  runs: readonly PlanRun[],
): readonly Finding[] {
  if (trainers.length === 0) return [];
  const without = runs.filter((run) => !trainers.some((trainer) => isQualified(trainer, run)));
  return [false, true].flatMap((isAccredited): readonly Finding[] => {
    const names = without
      .filter(({ accreditations }) => accreditations.length > 0 === isAccredited)
      .map(({ name }) => name);
    if (names.length === 0) return [];
    const [who, them] =
      names.length > 1 ? ['qui les enseigne', 'ces modules'] : ['qui l’enseigne', 'ce module'];
    return [
      {
        rule: 'plan.nobody-qualified',
        severity: 'error',
        path,
        message: `${joinWords(names)} (${cohort.name}) : aucun formateur ${isAccredited ? 'habilité' : who}. Ajoutez ${them} à un formateur${isAccredited ? ' habilité' : ''}.`,
        source: 'DOMAIN 12, W1',
      },
    ];
  });
}

/**
 * Rules that locked half-days break, by themselves or among themselves, e.g. « Un créneau verrouillé
 * ne tient plus. (…) Déverrouillez-le. » What is still to place is not their fault.
 *
 * @throws RangeError when a day of the problem is not a real day.
 */
export function checkLocks(problem: PlanningProblem): readonly Finding[] {
  const unfinished = new Set(['plan.exact-hours', 'plan.full-days', 'plan.remote-half-days']);
  return checkPlan(problem, problem.locked)
    .filter(({ rule }) => !unfinished.has(rule))
    .map((finding) => ({
      ...finding,
      path: `/locked${finding.path}`,
      message: isBrokenTogether(finding)
        ? `Les créneaux verrouillés se contredisent. ${finding.message} Déverrouillez l’un d’eux.`
        : `Un créneau verrouillé ne tient plus. ${finding.message} Déverrouillez-le.`,
    }));
}

/**
 * What one more locked half-day would contradict among those that are locked: a lock is refused when
 * it is set, rather than a plan weeks later. `[]` when it contradicts none.
 *
 * @throws RangeError when a day of the problem or of the lock is not a real day.
 */
export function checkAnotherLock(problem: PlanningProblem, lock: PlanSlot): readonly Finding[] {
  const before = new Set(checkPlan(problem, problem.locked).map(({ message }) => message));
  const locked = [...problem.locked, lock];
  return checkPlan({ ...problem, locked }, locked)
    .filter((finding) => isBrokenTogether(finding) && !before.has(finding.message))
    .map((finding) => ({
      ...finding,
      message: `Ce verrou en contredit un autre. ${finding.message} Déverrouillez l’autre d’abord, ou changez ce créneau.`,
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

/** Which of site, equipment and seats no room has. */
function sayNoRoom({ problem, run, cohort }: RunContext): string {
  const onSite = problem.rooms.filter(({ siteId }) => siteId === cohort.siteId);
  const asked = run.equipment.length > 0 ? ` équipée de ${joinWords(run.equipment)}` : '';
  const isEquipped = ({ equipment }: PlanRoom) =>
    findMissingEquipment(run.equipment, equipment).length === 0;
  if (onSite.length > 0 && !onSite.some(isEquipped))
    return `aucune salle${asked} sur le site. Équipez une salle, ou ajoutez-en une.`;
  return `aucune salle${asked} de ${countNoun(run.learners, 'place')} sur le site. Ajoutez une salle ou faites des groupes.`;
}

function checkRun(context: RunContext): readonly Finding[] {
  const { problem, path, run, cohort, halfDays } = context;
  const said = `${run.name} (${cohort.name})`;
  const error = (rule: string, message: string, source: string): readonly Finding[] => [
    { rule, severity: 'error', path, message: `${said} : ${message}`, source },
  ];
  const qualified = problem.trainers.filter((trainer) => isQualified(trainer, run));
  const asked = run.accreditations.length > 0 ? 'habilité' : 'qui l’enseigne';
  if (qualified.length === 0) return [];
  const rooms = problem.rooms.filter((room) => isRoomFit(room, run, cohort.siteId));
  const inRooms = run.slotMinutes.length - (run.remoteHalfDays ?? 0);
  if (rooms.length === 0 && inRooms > 0)
    return error('plan.no-room', sayNoRoom(context), 'DOMAIN 12');
  const limit = run.until;
  const inTime = halfDays.filter(({ date }) => limit === null || date <= limit);
  const staffed = halfDays.filter((half) =>
    qualified.some((trainer) => isWorking(trainer, half) && isQualifiedOn(trainer, run, half.date)),
  );
  const taught = staffed.filter((half) => inTime.includes(half));
  const possible = taught.filter((half) => rooms.some((room) => isRoomOpen(room, half.date)));
  if (taught.length >= run.slotMinutes.length && possible.length >= inRooms) return [];
  const minutes = run.slotMinutes.reduce((total, one) => total + one, 0);
  const [first] = staffed;
  if (first && limit !== null && first.date > limit) {
    return error(
      'plan.trainer-too-late',
      `aucun formateur ${asked} disponible avant le ${formatDay(first.date)}, alors que tout doit être fini le ${formatDay(limit)}${sayHowToGoOn(run)} ou trouvez un autre formateur.`,
      'disponibilités des formateurs',
    );
  }
  return error(
    'plan.too-few-half-days',
    `${countNoun(possible.length, 'demi-journée')} où un formateur ${asked} et une salle sont libres, pour ${formatMinutes(minutes)} en ${countNoun(run.slotMinutes.length, 'demi-journée')}. Ajoutez une disponibilité, un formateur ou un jour.`,
    'disponibilités des formateurs',
  );
}

const sayHowToGoOn = ({ untilBy }: PlanRun): string =>
  untilBy === 'contracts' ? ', avec les contrats. Prolongez-les' : '. Reculez le jury';
