import {
  type Finding,
  type Framework,
  isTaught,
  latestDay,
  type PlainDate,
  type PlannedRow,
} from '@jalon/domain';
import { proposeRuns, shareGroups, takePlaces } from '../enrolments/enrolment-paths.ts';
import type { OfferedRun } from '../enrolments/module-runs.ts';
import { checkRemotePath } from '../enrolments/remote-caps.ts';
import type { RowToWrite } from './write-rows.ts';

type EnteringRow = Pick<RowToWrite, 'planned' | 'isNewEnrolment'>;

interface PathFacts {
  readonly framework: Framework;
  readonly runs: readonly OfferedRun[];
  readonly today: PlainDate;
}

/** What one line's learner is proposed to follow. */
interface ProposedPath<Row> {
  readonly row: Row;
  readonly startsOn: PlainDate;
  readonly path: readonly OfferedRun[];
}

/**
 * The paths of those who have none yet. Everybody who enters on one day is proposed the same, until a
 * run of another cohort is full.
 */
export function proposePaths<Row extends EnteringRow>(
  rows: readonly Row[],
  { framework, runs: offered, today }: PathFacts,
): readonly ProposedPath<Row>[] {
  let runs = offered;
  const proposed = new Map<string, readonly OfferedRun[]>();
  const paths: ProposedPath<Row>[] = [];
  for (const row of rows.filter(needsPath)) {
    const { route } = row.planned.row;
    if (route === null) continue;
    const days = datePath(row, today);
    const key = Object.values(days).join();
    const known = proposed.get(key) ?? proposeRuns({ framework, route, today, runs, ...days });
    proposed.set(key, known);
    const path = shareGroups(known, runs, days.startsOn);
    paths.push({ row, startsOn: days.startsOn, path });
    runs = takePlaces(runs, path);
    const shared = new Set(path.filter(({ isOwn }) => !isOwn).map(({ id }) => id));
    if (runs.some((run) => shared.has(run.id) && run.freePlaces <= 0)) proposed.clear();
  }
  return paths;
}

/** What the OPCO EP may not pay once the lines that can be taken are in (W45). */
export function checkRemoteEntries(
  rows: readonly PlannedRow[],
  facts: PathFacts,
): readonly Finding[] {
  const entering = rows
    .filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
    .map((planned) => ({ planned, isNewEnrolment: !planned.person?.enrolment }));
  const paths = proposePaths(entering, facts);
  const [startsOn] = paths.map((path) => path.startsOn).toSorted();
  if (startsOn === undefined) return [];
  const joining = new Map<string, number>();
  for (const { id } of paths.flatMap(({ path }) => path))
    joining.set(id, (joining.get(id) ?? 0) + 1);
  return checkRemotePath(
    { framework: facts.framework, startsOn },
    facts.runs.filter(({ id }) => joining.has(id)),
    ({ id }) => joining.get(id) ?? 0,
  );
}

/** Who has no path yet: the new ones, and those who leave a VAE for a training. */
const needsPath = ({ isNewEnrolment, planned: { row, person } }: EnteringRow): boolean => {
  const before = person?.enrolment?.record.route;
  if (isNewEnrolment) return row.route !== null && isTaught(row.route);
  return row.route !== null && isTaught(row.route) && !!before && !isTaught(before);
};

/** Between which days a line's path is planned: somebody known begins today at the earliest. */
function datePath({ planned: { row, person } }: EnteringRow, today: PlainDate) {
  const known = person?.enrolment;
  const enteredOn = row.startsOn ?? known?.record.startsOn ?? today;
  return {
    enteredOn,
    startsOn: known ? latestDay(enteredOn, today) : enteredOn,
    endsOn: known?.endsOn ?? null,
  };
}
