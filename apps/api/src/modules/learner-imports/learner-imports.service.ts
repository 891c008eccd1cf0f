import { createHash } from 'node:crypto';
import type { FileDownload, ImportReport, Input, Output } from '@jalon/contract';
import { checkCapacity, checkMapping, learnerColumns, listTutorQuestions } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { csvFile } from '../../http/csv-file.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { countLearners, loadCohort } from '../enrolments/enrolment-facts.ts';
import { listOfferedRuns } from '../enrolments/module-runs.ts';
import { mapColumns, planImport } from './import-planner.ts';
import { type AskedImport, reportOf, type StoredReport } from './import-record.ts';
import { checkRemoteEntries } from './propose-paths.ts';
import { readSpreadsheet, type Spreadsheet } from './read-spreadsheet.ts';
import { countRows, listWarnings, sampleOf, viewRow, viewTutorQuestion } from './report.ts';

type Body = Input<'POST /cohorts/:cohortId/learner-imports/preview'>['body'];

@Injectable()
export class LearnerImportsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The model file: every known column. */
  model(): FileDownload {
    return csvFile(
      'modele-apprenants.csv',
      learnerColumns.map(({ label }) => label),
      [],
    );
  }

  async preview(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/learner-imports/preview'>,
  ): Promise<Output<'POST /cohorts/:cohortId/learner-imports/preview'>> {
    const sheet = await open(body);
    const mapping = mapColumns(sheet, body.mapping);
    const mappingProblems = checkMapping(mapping);
    // Until each column is known, no line can be read.
    const readable = mappingProblems.length > 0 ? { ...sheet, rows: [] } : sheet;
    return this.db.run(actor, async ({ tx }) => {
      const today = this.clock.today();
      const asked = { ...body, sheet: readable, mapping };
      const plan = await planImport(tx, params.cohortId, asked, today);
      const counts = countRows(plan.rows);
      const enrolled = (await countLearners(tx, params.cohortId)) + counts.new;
      return {
        columns: sheet.headers.map((header, index) => ({
          header,
          field: mapping[index] ?? null,
          sample: sampleOf(sheet, index),
        })),
        unknownColumns: sheet.headers.filter((_, index) => !mapping[index]),
        mappingProblems: [...mappingProblems],
        counts,
        rows: plan.rows.map((row) => viewRow(row, sheet.headers, mapping)),
        tutorQuestions: listTutorQuestions(plan.rows).map(viewTutorQuestion),
        birthDateQuestions: plan.rows.flatMap(({ line, birthDate }) =>
          birthDate ? [{ line, ...birthDate }] : [],
        ),
        warnings: [
          ...[
            ...checkCapacity(enrolled, plan.cohort.capacity),
            ...checkRemoteEntries(plan.rows, {
              framework: plan.framework,
              runs: await listOfferedRuns(tx, plan.cohort, plan.framework),
              today,
            }),
          ].map(({ message }) => message),
          ...listWarnings(plan.rows),
        ],
      };
    });
  }

  /** Takes a file that can be read; its lines are carried out in the background. */
  async ask(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/learner-imports'>,
  ): Promise<Output<'POST /cohorts/:cohortId/learner-imports'>> {
    const sheet = await open(body);
    const { mode, defaults, tutors, birthDates } = body;
    const mapping = mapColumns(sheet, body.mapping);
    const [problem] = checkMapping(mapping);
    if (problem !== undefined) throw new DomainError('rule_refused', problem);
    const asked = { sheet, mapping, mode, defaults, tutors, birthDates, roles: actor.roles };
    return this.db.run(actor, async (unit) => {
      await loadCohort(unit.tx, params.cohortId);
      const id = uuidv7();
      await unit.tx.learnerImport.create({
        data: {
          centreId: actor.centreId,
          id,
          cohortId: params.cohortId,
          fileName: body.fileName,
          sha256: createHash('sha256').update(body.contentBase64).digest('hex'),
          mapping: [...mapping],
          payload: JSON.stringify(asked satisfies AskedImport),
          createdByUserId: actor.userId,
        },
      });
      unit.enqueue({ name: 'learner-import.run', payload: { learnerImportId: id } });
      return { importId: id };
    });
  }

  list(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/learner-imports'>,
  ): Promise<Output<'GET /cohorts/:cohortId/learner-imports'>> {
    return this.db.run(actor, async ({ tx }) => {
      await loadCohort(tx, params.cohortId);
      const rows = await tx.learnerImport.findMany({
        where: { cohortId: params.cohortId },
        orderBy: { createdAt: 'desc' },
        take: 50,
      });
      return rows.map((row) => {
        const { outcome = null, counts = null } = reportOf(row.report) ?? {};
        return { ...describe(row), outcome, counts };
      });
    });
  }

  read(
    actor: Actor,
    { params }: Input<'GET /learner-imports/:importId'>,
  ): Promise<Output<'GET /learner-imports/:importId'>> {
    return this.db.run(actor, async ({ tx }) => {
      const row = await find(tx, params.importId);
      return { ...describe(row), cohortId: row.cohortId, report: viewReport(reportOf(row.report)) };
    });
  }

  failedRows(
    actor: Actor,
    { params }: Input<'GET /learner-imports/:importId/failed-rows'>,
  ): Promise<FileDownload> {
    return this.db.run(actor, async ({ tx }) => {
      const row = await find(tx, params.importId);
      const { headers, failedRows } = found(reportOf(row.report), 'Le compte rendu de cet import');
      const name = row.fileName.replace(/\.[^.]+$/, '');
      return csvFile(
        `${name}-lignes-refusees.csv`,
        [...headers, 'Raison du refus'],
        failedRows.map(({ cells, reason }) => [
          ...headers.map((_, index) => cells[index] ?? ''),
          reason,
        ]),
      );
    });
  }
}

const open = (body: Body): Promise<Spreadsheet> =>
  readSpreadsheet(body.fileName, Buffer.from(body.contentBase64, 'base64'));

const find = async (tx: Tx, id: string) =>
  found(await tx.learnerImport.findFirst({ where: { id } }), 'Cet import');

const describe = (row: Prisma.LearnerImportGetPayload<object>) => ({
  id: row.id,
  fileName: row.fileName,
  createdAt: row.createdAt.toISOString(),
  state: row.state,
  step: row.step,
  failure: row.failure,
});

const viewReport = (report: StoredReport | null): ImportReport | null =>
  report && {
    outcome: report.outcome,
    counts: report.counts,
    // A report kept earlier may have been written before these were told.
    rows: report.rows.map((line) => ({
      ...line,
      additions: line.additions ?? [],
      kept: line.kept ?? [],
    })),
  };
