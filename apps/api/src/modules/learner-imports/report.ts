import type { ImportReport, ImportRow, Output } from '@jalon/contract';
import {
  type ColumnMapping,
  joinWords,
  type PlannedRow,
  type RowOutcome,
  type TutorQuestion,
} from '@jalon/domain';
import { viewNamesake } from '../people/person-record.ts';
import type { StoredReport } from './import-record.ts';
import type { Spreadsheet } from './read-spreadsheet.ts';

type Preview = Output<'POST /cohorts/:cohortId/learner-imports/preview'>;

/** A planned line as the screens show it: each problem beside its column and cell. */
export const viewRow = (
  planned: PlannedRow,
  headers: readonly string[],
  mapping: ColumnMapping,
): ImportRow => ({
  line: planned.line,
  name: planned.name,
  outcome: planned.outcome,
  isKnown: planned.person !== null,
  additions: [...planned.additions],
  kept: [...planned.kept],
  changes: planned.changes.map(({ label, from, to }) => ({ label, from, to })),
  problems: planned.problems.map(({ field, message }) => {
    const index = field === null ? -1 : mapping.indexOf(field);
    return { column: headers[index] ?? null, value: planned.cells[index] ?? '', message };
  }),
});

/** A tutor about whom a person says who it is. */
export const viewTutorQuestion = ({
  lines,
  namesakes,
  ...question
}: TutorQuestion): Preview['tutorQuestions'][number] => ({
  ...question,
  lines: [...lines],
  namesakes: namesakes.map(viewNamesake),
});

/** How many lines of each outcome. */
export function countRows(
  rows: readonly { readonly outcome: RowOutcome }[],
): ImportReport['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, error: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** What is worth knowing of the lines that will be written, each sentence once with its lines. */
export function listWarnings(rows: readonly PlannedRow[]): string[] {
  const lines = new Map<string, number[]>();
  for (const { outcome, line, warnings } of rows) {
    if (outcome === 'error') continue;
    for (const warning of warnings) lines.set(warning, [...(lines.get(warning) ?? []), line]);
  }
  return [...lines].map(([warning, all]) => `${tellLines(all)} : ${warning}`);
}

const linesNamed = 12;

/** « Ligne 2 », « Lignes 2, 3 et 4 », « 40 lignes, dont 2, 3… ». */
function tellLines(lines: readonly number[]): string {
  const named = lines.map(String);
  if (lines.length > linesNamed)
    return `${lines.length} lignes, dont ${named.slice(0, linesNamed).join(', ')}…`;
  return `${lines.length === 1 ? 'Ligne' : 'Lignes'} ${joinWords(named)}`;
}

/** The refused lines, with their cells and the reasons in one sentence. */
export const listFailedRows = (rows: readonly PlannedRow[]): StoredReport['failedRows'] =>
  rows
    .filter(({ outcome }) => outcome === 'error')
    .map(({ cells, problems }) => ({
      cells,
      reason: problems.map(({ message }) => message).join(' '),
    }));

/** A sample of a column, for whoever maps it. */
export const sampleOf = (sheet: Spreadsheet, index: number): string =>
  sheet.rows.map(({ cells }) => cells[index]?.trim() ?? '').find((cell) => cell !== '') ?? '';
