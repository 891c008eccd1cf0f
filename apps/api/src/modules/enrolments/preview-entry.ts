import type { Input, Output } from '@jalon/contract';
import {
  checkCohortOpen,
  checkHeldSinceEntry,
  checkWorkingDays,
  contractOf,
  type PlainDate,
  type WorkedEmployment,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { judgeEntry } from './check-enrolment.ts';
import {
  countLearners,
  listContracts,
  listHeldDays,
  loadCohort,
  loadEntryContext,
} from './enrolment-facts.ts';
import { proposeRuns, viewPath } from './enrolment-paths.ts';
import { listOfferedRuns } from './module-runs.ts';
import { checkRemotePath } from './remote-caps.ts';
import { workedEmployment } from './view-employment.ts';

/** What an entry would give: its conditions, what to know of its day, the path proposed. */
export async function previewEntry(
  tx: Tx,
  body: Input<'POST /enrolments/preview'>['body'],
  today: PlainDate,
): Promise<Output<'POST /enrolments/preview'>> {
  const own = await loadCohort(tx, body.cohortId);
  const { cohort, framework } = own;
  const enrolled = (await countLearners(tx, cohort.id)) + 1;
  const contracts = [
    ...body.contracts.map(contractOf),
    ...(body.personId === null ? [] : await listContracts(tx, body.personId)),
  ];
  const opinion = judgeEntry(body, await loadEntryContext(tx, own, { enrolled, contracts }));
  const choice = {
    framework,
    route: body.route,
    startsOn: body.startsOn,
    endsOn: body.endsOn,
    enteredOn: body.startsOn,
    today,
    runs: await listOfferedRuns(tx, cohort, framework),
  };
  const proposed = proposeRuns(choice);
  return {
    entry: { outcome: opinion.entry.outcome, reasons: [...opinion.entry.reasons] },
    findings: [
      ...checkCohortOpen(cohort),
      ...opinion.findings,
      ...checkHeldSinceEntry(body, await listHeldDays(tx, cohort.id, today)),
      ...checkRemotePath(choice, proposed, () => 1),
      ...checkWorkingDays(
        [...body.contracts, ...(await listWorkedWeeks(tx, body.personId))],
        proposed.flatMap(({ slots }) => slots),
        { since: body.startsOn < today ? today : body.startsOn, path: '/cohortId' },
      ),
    ],
    path: viewPath(
      choice,
      proposed.map(({ id }) => id),
    ),
  };
}

/** When those who employ the person already expect them. */
async function listWorkedWeeks(tx: Tx, personId: string | null): Promise<WorkedEmployment[]> {
  if (personId === null) return [];
  return (await tx.employment.findMany({ where: { personId } })).map(workedEmployment);
}
