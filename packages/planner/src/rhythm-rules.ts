import { capRhythm, groupBy, isFollowedBy, listLines, mondayOf } from '@jalon/domain';
import type { Mip, Term } from './mip.ts';
import { groupByMoment, type Option, one, type PlaceRequest } from './placement.ts';

/**
 * « Rythme moyen » (H5): a column for each day on which a line of the cohort comes, so many in all
 * and so many a week. A cohort taught on all of its weekdays has none.
 */
export function addAverageRhythm(
  mip: Mip,
  { choice }: PlaceRequest,
  options: readonly Option[],
): void {
  const cap = capRhythm(choice.cohort);
  if (cap === null) return;
  const byMoment = groupByMoment(options);
  const days = groupBy([...choice.moments.entries()], ([, { date }]) => date);
  for (const line of listLines(choice.runs.map(({ run }) => run))) {
    const held = new Set(
      choice.runs
        .filter(({ run }) => isFollowedBy(line, run))
        .flatMap(({ locked }) => locked.map(({ date }) => date)),
    );
    const columns = [...days].map(([date, halves]) => {
      const comes = mip.addColumn({ cost: 0, lower: held.has(date) ? 1 : 0, upper: 1 });
      for (const [index] of halves) {
        const here = (byMoment.get(index) ?? []).filter(({ run }) => isFollowedBy(line, run.run));
        if (here.length > 0) mip.addRow(-Infinity, [...here.map(one), [comes, -1]], 0);
      }
      return { week: mondayOf(date), term: [comes, 1] as Term };
    });
    // Days that the cohort came this week already are days of it, beyond those to come.
    const past = (choice.cohort.daysHeld ?? []).filter(
      (date) => !days.has(date) && !held.has(date),
    );
    // A lock outside the cohort's weekdays has no column, and is a day on which it comes.
    const beside = [...held].filter((date) => !days.has(date));
    for (const [week, ofWeek] of groupBy(columns, (column) => column.week)) {
      const inWeek = (dates: Iterable<string>): number =>
        [...dates].filter((date) => mondayOf(date) === week).length;
      const most = cap.daysInOneWeek - inWeek(beside);
      // What is locked stays, whatever came before it in the week.
      const least = Math.min(most, inWeek([...held].filter((date) => days.has(date))));
      mip.addRow(
        -Infinity,
        ofWeek.map(({ term }) => term),
        Math.max(least, most - inWeek(past)),
      );
    }
    mip.addRow(
      -Infinity,
      columns.map(({ term }) => term),
      cap.daysInAll - beside.length,
    );
  }
}
