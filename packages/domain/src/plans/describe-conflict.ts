import { countNoun, formatDay, joinWords, monthNames, withDe } from '../french-format.ts';
import { isAverage } from '../planning/average-rhythm.ts';
import { isQualified } from './plan-calendar.ts';
import type { PlanStep } from './plan-steps.ts';
import type { PlanCohort, PlanningProblem, PlanRun, PlanTrainer } from './planning-problem.ts';
import type { PlanRule } from './relax-rule.ts';

/** A smallest set of runs and rules that cannot hold together. */
export interface PlanConflict {
  readonly cohortId: string;
  readonly runIds: readonly string[];
  readonly rules: readonly PlanRule[];
  /** What would be enough, each alone, to make a plan possible. */
  readonly helpful: readonly PlanStep[];
}

/** Where in Jalon a rule is bent. */
export const helpPlaces = [
  'cohort_settings',
  'cohort_calendar',
  'learners',
  'trainers',
  'rooms',
  'centre',
  'plans',
] as const;
export type HelpPlace = (typeof helpPlaces)[number];

/** Something that a person can do, and where. */
export interface PlanHelp {
  readonly place: HelpPlace;
  readonly sentence: string;
}

/** A conflict in words: what cannot be, which rules meet there, what would help. */
export interface DescribedConflict {
  readonly sentence: string;
  readonly rules: readonly string[];
  readonly helps: readonly PlanHelp[];
}

/**
 * Says a conflict in French, with the names and dates of the problem.
 *
 * @throws RangeError when the conflict names a cohort that is not in the problem.
 */
export function describeConflict(
  problem: PlanningProblem,
  conflict: PlanConflict,
): DescribedConflict {
  const cohort = problem.cohorts.find(({ id }) => id === conflict.cohortId);
  if (!cohort) throw new RangeError(`No cohort ${conflict.cohortId} in the problem`);
  const runs = problem.runs.filter(({ id }) => conflict.runIds.includes(id));
  const trainers = problem.trainers.filter((trainer) =>
    runs.some((run) => isQualified(trainer, run)),
  );
  const named = joinWords(runs.map(({ name }) => name));
  const context = { cohort, runs, trainers };
  return {
    sentence: `${cohort.name} : ${named} ${runs.length > 1 ? 'ne tiennent pas ensemble' : 'ne trouve pas sa place'}.`,
    rules: conflict.rules.map((rule) => sayRule[rule](context)),
    helps: conflict.helpful.flatMap((rule) => findHelp(rule, context) ?? []),
  };
}

interface Context {
  readonly cohort: PlanCohort;
  readonly runs: readonly PlanRun[];
  readonly trainers: readonly PlanTrainer[];
}

const namesOf = ({ trainers }: Context): string =>
  trainers.length > 0 ? joinWords(trainers.map(({ name }) => name)) : 'personne';

const limitsOf = (runs: readonly PlanRun[]) =>
  runs
    .flatMap(({ until, untilBy }) => (until === null ? [] : [{ until, by: untilBy ?? 'jury' }]))
    .toSorted((one, other) => one.until.localeCompare(other.until));

const sayRule: Readonly<Record<PlanRule, (context: Context) => string>> = {
  other_cohorts: () =>
    'Des formateurs, des salles ou des apprenants sont pris par d’autres cohortes.',
  locks: () => 'Des créneaux sont verrouillés.',
  full_days: () => 'L’AFGSU se tient en journées de 7 h.',
  order: () => 'Une évaluation vient après son bloc, un module après ses prérequis.',
  weekly_maximum: (context) => `Le maximum par semaine ${withDe(namesOf(context))} est atteint.`,
  closures: () => 'Le site a des jours de fermeture.',
  closed_months: ({ cohort }) =>
    `Pas de cours en ${joinWords(cohort.closedMonths.map((month) => monthNames[month - 1] ?? ''))}.`,
  rooms: ({ runs }) => {
    const seats = Math.max(...runs.map(({ learners }) => learners));
    const equipment = [...new Set(runs.flatMap((run) => run.equipment))];
    const asked = equipment.length > 0 ? `, équipée de ${joinWords(equipment)}` : '';
    return `Il faut une salle libre de ${countNoun(seats, 'place')}${asked}.`;
  },
  limit: ({ runs }) => {
    const [first] = limitsOf(runs);
    if (!first) return 'Le jury a une date.';
    const why =
      first.by === 'contracts'
        ? 'dernier jour où plus de la moitié des apprenants ont encore un contrat'
        : 'avant le jury';
    return `Tout est fini le ${formatDay(first.until)}, ${why}.`;
  },
  working_week: (context) => `Jours de travail ${withDe(namesOf(context))}.`,
  absences: (context) => `Absences ${withDe(namesOf(context))}.`,
  end: ({ cohort }) => `La cohorte finit le ${formatDay(cohort.endsOn)}.`,
  positioning: ({ cohort }) =>
    `Les cours commencent après le positionnement du ${formatDay(cohort.positioningOn ?? cohort.startsOn)}.`,
  rhythm: ({ cohort }) =>
    isAverage(cohort)
      ? `La cohorte vient ${countNoun(cohort.daysPerWeek ?? 0, 'jour')} par semaine en moyenne.`
      : `La cohorte vient ${countNoun(cohort.weekdays.length, 'jour')} par semaine.`,
  qualification: (context) => `Seuls ceux qui l’enseignent le peuvent : ${namesOf(context)}.`,
};

const prolongContracts = help(
  'learners',
  'Prolonger des contrats : leur fin se note dans le dossier de chaque apprenant.',
);

const prolongAll = help(
  'learners',
  'Prolonger des contrats dans le dossier de chaque apprenant, et reculer la fin de la cohorte.',
);

function findHelp(step: PlanStep, { runs }: Context): PlanHelp | null {
  if (limitsOf(runs)[0]?.by !== 'contracts') return sayHelp[step];
  if (step === 'limit') return prolongContracts;
  return step === 'end_and_limit' ? prolongAll : sayHelp[step];
}

/** What a person can do about a rule, where; `null` for what nothing in a centre can bend. */
const sayHelp: Readonly<Record<PlanStep, PlanHelp | null>> = {
  other_cohorts: help(
    'plans',
    'Planifier aussi les autres cohortes, pour qu’elles cèdent des créneaux.',
  ),
  locks: help('cohort_calendar', 'Déverrouiller des créneaux.'),
  full_days: help('cohort_settings', 'Choisir l’AFGSU en demi-journées de 3 h 30.'),
  // An evaluation follows its block, a module its prerequisites: the framework says so.
  order: null,
  weekly_maximum: help('trainers', 'Relever le maximum par semaine d’un formateur.'),
  closures: help('centre', 'Ouvrir le site pendant des jours de fermeture.'),
  closed_months: help('cohort_settings', 'Rouvrir un mois.'),
  rooms: help('rooms', 'Ajouter une salle.'),
  limit: help('cohort_settings', 'Reculer le jury.'),
  working_week: help('trainers', 'Demander à un formateur d’autres jours de la semaine.'),
  absences: help('trainers', 'Déplacer une absence, ou trouver un remplaçant.'),
  end: help('cohort_settings', 'Reculer la fin de la cohorte.'),
  end_and_limit: help('cohort_settings', 'Reculer la fin de la cohorte et le jury.'),
  positioning: help('cohort_settings', 'Avancer le positionnement.'),
  rhythm: help('cohort_settings', 'Ajouter un jour par semaine.'),
  qualification: help('trainers', 'Habiliter un autre formateur.'),
};

function help(place: HelpPlace, sentence: string): PlanHelp {
  return { place, sentence };
}
