import type { ImportReport, ImportRow, Input } from '@jalon/contract';
import type { ColumnMapping, LearnerImportMode, Role } from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import type { Spreadsheet } from './read-spreadsheet.ts';

type Body = Input<'POST /cohorts/:cohortId/learner-imports'>['body'];

/** What is to be carried out, and as whom. */
export interface AskedImport extends Pick<Body, 'defaults' | 'tutors' | 'birthDates'> {
  readonly sheet: Spreadsheet;
  readonly mapping: ColumnMapping;
  readonly mode: LearnerImportMode;
  /** The roles of whoever asked: the trail names them. */
  readonly roles: readonly Role[];
}

/** What is kept of an import: its report, and the refused lines as they were. */
export interface StoredReport extends Omit<ImportReport, 'rows'> {
  readonly rows: readonly (Omit<ImportRow, 'additions' | 'kept'> &
    Partial<Pick<ImportRow, 'additions' | 'kept'>>)[];
  readonly headers: readonly string[];
  readonly failedRows: readonly { readonly cells: readonly string[]; readonly reason: string }[];
}

// The columns hold these shapes: this module's files alone write them.
export const askedOf = (payload: string): AskedImport => JSON.parse(payload);
export const reportOf = (report: Prisma.JsonValue): StoredReport | null =>
  report as unknown as StoredReport | null;
export const asJson = (report: StoredReport): Prisma.InputJsonObject =>
  report as unknown as Prisma.InputJsonObject;
