import type { PlainDate } from '@jalon/domain';
import {
  assumeEntryDay,
  type ColumnMapping,
  type LearnerField,
  type PlannedRow,
  planLearnerImport,
  proposeMapping,
  readLearnerRow,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { listHeldDays, loadCohort, loadSpan, loadVersions } from '../enrolments/enrolment-facts.ts';
import type { AskedImport } from './import-record.ts';
import { loadKnownPersons } from './known-persons.ts';
import type { Spreadsheet } from './read-spreadsheet.ts';

type Cohort = Awaited<ReturnType<typeof loadCohort>>;

/** A file read under a mapping and compared with the centre. */
export interface ImportPlan {
  readonly cohort: Cohort['cohort'];
  readonly framework: Cohort['framework'];
  readonly rows: readonly PlannedRow[];
}

/** What each column is: as somebody said, else as its header proposes. */
export function mapColumns(
  { headers }: Spreadsheet,
  said: readonly (LearnerField | null)[] | undefined,
): ColumnMapping {
  const proposed = said ?? proposeMapping(headers);
  return headers.map((_, index) => proposed[index] ?? null);
}

/** Reads each line under the mapping and compares it with the centre; none is read without one. */
export async function planImport(
  tx: Tx,
  cohortId: string,
  { sheet, mapping, ...asked }: Omit<AskedImport, 'mode' | 'roles'>,
  today: PlainDate,
): Promise<ImportPlan> {
  const { cohort, framework } = await loadCohort(tx, cohortId);
  const read = sheet.rows.map(({ cells, line }) => readLearnerRow(cells, mapping, line));
  const rows = planLearnerImport({
    rows: read,
    known: read.length > 0 ? await loadKnownPersons(tx, cohortId, read) : [],
    framework,
    defaults: {
      ...asked.defaults,
      startsOn: asked.defaults.startsOn ?? assumeEntryDay(toDay(cohort.startsOn), today),
    },
    today,
    context: {
      versions: await loadVersions(tx),
      cohortEndsOn: toDayOrNull(cohort.endsOn),
      span: await loadSpan(tx, cohort),
      cohortState: cohort.state,
      held: await listHeldDays(tx, cohortId, today),
    },
    tutorAnswers: new Map(asked.tutors.map(({ email, namesake }) => [email, namesake])),
    birthDateAnswers: new Map(asked.birthDates.map(({ email, right }) => [email, right])),
  });
  return { cohort, framework, rows };
}
