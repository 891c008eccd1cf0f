/** A run, as far as it says who follows it. */
interface GroupedRun {
  /** What is taught: the groups of one subject are different people. */
  readonly subject: string;
  /** `null` when all of the cohort follows it. */
  readonly group: number | null;
}

/** Those who are in the same group of each subject that is taught in groups. */
export type Line = ReadonlyMap<string, number>;

/**
 * The lines of a cohort that come side by side. Two subjects that are split differently give a line
 * for each pair of their groups: who is in both is not known, so that nobody is in two places at once.
 */
export function listLines(runs: readonly GroupedRun[]): readonly Line[] {
  const groupsOf = new Map<string, Set<number>>();
  for (const { subject, group } of runs)
    if (group !== null)
      groupsOf.set(subject, (groupsOf.get(subject) ?? new Set<number>()).add(group));
  return [...groupsOf].reduce<readonly Line[]>(
    (lines, [subject, groups]) =>
      lines.flatMap((line) => [...groups].map((group) => new Map([...line, [subject, group]]))),
    [new Map()],
  );
}

/** Whether those of the line follow the run. */
export const isFollowedBy = (line: Line, { subject, group }: GroupedRun): boolean =>
  group === null || line.get(subject) === group;

/** Whether the same people may follow both: only two groups of one subject are surely apart. */
export const mayShareLearners = (a: GroupedRun, b: GroupedRun): boolean =>
  a.group === null || b.group === null || a.subject !== b.subject || a.group === b.group;
