/** The lines of a cohort that come side by side: each of its groups, or all of it (`null`). */
export function listLines(
  runs: readonly { readonly group: number | null }[],
): readonly (number | null)[] {
  const groups = [...new Set(runs.map(({ group }) => group))].filter((group) => group !== null);
  return groups.length > 0 ? groups : [null];
}
