import type { Finding } from '../finding.ts';
import type { ProgrammeKey } from '../frameworks/list-programme.ts';
import { countNoun, formatMinutes, joinWords } from '../french-format.ts';

/** What the OPCO's conditions ask of a half-day held at a distance. */
export interface RemoteSlotFacts {
  /** Those who attend it. */
  readonly learners: number;
  /** Minutes of the whole training, this half-day included. */
  readonly trainingMinutes: number;
  /** Every other half-day of the training is held at a distance too. */
  readonly isAllRemote: boolean;
}

/** A module or an evaluation as a group follows it, with its half-days that stand. */
export interface AttendedRun extends ProgrammeKey {
  /** As the programme names it. */
  readonly name: string;
  readonly learners: number;
  readonly slots: readonly { readonly minutes: number; readonly isRemote: boolean }[];
}

const mostLearners = 25;
const mostMinutesAllRemote = 14 * 60;
const mostNames = 3;

/**
 * Warns of what the OPCO EP may not pay in full of a half-day held at a distance: a virtual class of
 * more than 25, a training of more than 14 h all at a distance (W45). Remote hours are allowed, so
 * nothing is refused (Q15).
 */
export function checkRemoteSlot(facts: RemoteSlotFacts): readonly Finding[] {
  return [
    ...(facts.learners > mostLearners
      ? [tellClass(`Ils seraient ${facts.learners} à distance`, '/mode')]
      : []),
    ...checkAllRemote(facts, '/mode'),
  ];
}

/**
 * Warns of the same caps over the runs of a cohort, or of those that a learner follows: whoever
 * enters a virtual class may be its 26th, and a half-day that leaves may be the last one on site.
 * Groups that follow the same module count its minutes once.
 *
 * @param path where the screen lands the remarks.
 */
export function checkRemoteRuns(runs: readonly AttendedRun[], path: string): readonly Finding[] {
  const tooMany = runs.filter(
    ({ learners, slots }) => learners > mostLearners && slots.some(({ isRemote }) => isRemote),
  );
  const slots = runs.flatMap((run) => run.slots);
  return [
    ...(tooMany.length > 0 ? [tellClass(sayClasses(tooMany), path)] : []),
    ...checkAllRemote(
      {
        trainingMinutes: sumOncePerItem(runs),
        isAllRemote: slots.length > 0 && slots.every(({ isRemote }) => isRemote),
      },
      path,
    ),
  ];
}

const checkAllRemote = (
  { trainingMinutes, isAllRemote }: Omit<RemoteSlotFacts, 'learners'>,
  path: string,
): readonly Finding[] =>
  isAllRemote && trainingMinutes > mostMinutesAllRemote
    ? [
        warn(
          'slot.all-remote-at-most-14h',
          path,
          `Toute la formation à distance, ${formatMinutes(trainingMinutes)} : l’OPCO EP n’en finance que 14 h.`,
        ),
      ]
    : [];

function sayClasses(runs: readonly AttendedRun[]): string {
  const most = Math.max(...runs.map(({ learners }) => learners));
  const names = [...new Set(runs.map(({ name }) => `« ${name} »`))];
  const others = names.length - mostNames;
  const said =
    others > 1
      ? [...names.slice(0, mostNames), `${countNoun(others, 'autre module', 'autres modules')}`]
      : names;
  return `Classe virtuelle de ${most} apprenants pour ${joinWords(said)}`;
}

/** Minutes that one learner attends: of several groups of a module, the longest. */
function sumOncePerItem(runs: readonly AttendedRun[]): number {
  const longest = new Map<string, number>();
  for (const { kind, blockCode, moduleCode, slots } of runs) {
    const item = [kind, blockCode, moduleCode].join(' ');
    const minutes = slots.reduce((total, slot) => total + slot.minutes, 0);
    longest.set(item, Math.max(minutes, longest.get(item) ?? 0));
  }
  return [...longest.values()].reduce((total, minutes) => total + minutes, 0);
}

const tellClass = (what: string, path: string): Finding =>
  warn(
    'slot.remote-at-most-25',
    path,
    `${what} : l’OPCO EP limite une classe virtuelle à ${mostLearners} apprenants.`,
  );

const warn = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'warning',
  path,
  message,
  source: 'DOMAIN 7, W45, Q15',
});
