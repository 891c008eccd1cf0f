import {
  checkRemoteRuns,
  type Finding,
  type Framework,
  isSameItem,
  listProgramme,
  type PlainDate,
} from '@jalon/domain';
import type { OfferedRun } from './module-runs.ts';

/** Who enters runs: their programme, and the day from which they attend. */
export interface RunEntry {
  readonly framework: Framework;
  readonly startsOn: PlainDate;
}

/**
 * What the OPCO EP may not pay of the half-days at a distance that a path has from its first day on
 * (W45).
 *
 * @param joining how many more than those who follow a run already will follow it.
 */
export function checkRemotePath(
  { framework, startsOn }: RunEntry,
  path: readonly OfferedRun[],
  joining: (run: OfferedRun) => number = () => 0,
): readonly Finding[] {
  const programme = listProgramme(framework);
  const attended = path.map((run) => ({
    ...run,
    name: programme.find((item) => isSameItem(item, run))?.name ?? run.blockCode,
    learners: run.followers + joining(run),
    slots: run.slots.filter(({ date }) => date >= startsOn),
  }));
  return checkRemoteRuns(attended, '/cohortId');
}

/** The same of the runs that somebody follows from now on, `added` among them. */
export const checkRemoteJoined = (
  choice: RunEntry & { readonly runs: readonly OfferedRun[] },
  followed: readonly string[],
  added: readonly string[],
): readonly Finding[] =>
  checkRemotePath(
    choice,
    choice.runs.filter(({ id }) => followed.includes(id)),
    ({ id }) => (added.includes(id) ? 1 : 0),
  );
