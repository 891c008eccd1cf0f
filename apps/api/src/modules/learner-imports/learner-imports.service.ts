import { createHash } from 'node:crypto';
import type { FileDownload, Input, Output } from '@jalon/contract';
import {
  assumeEntryDay,
  type ColumnMapping,
  checkCapacity,
  checkMapping,
  learnerColumns,
  listTutorQuestions,
  type PlannedRow,
  planLearnerImport,
  proposeMapping,
  readLearnerRow,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx, type UnitOfWork } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { csvFile } from '../../http/csv-file.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import {
  countLearners,
  listHeldDays,
  loadCohort,
  loadSpan,
  loadVersions,
} from '../enrolments/enrolment-facts.ts';
import { PersonRegistry } from '../people/person-registry.ts';
import { ImportWriter } from './import-writer.ts';
import { loadKnownPersons } from './known-persons.ts';
import { readSpreadsheet, type Spreadsheet } from './read-spreadsheet.ts';
import {
  countRows,
  listFailedRows,
  listWarnings,
  type Report,
  type StoredReport,
  sampleOf,
  viewRow,
  viewTutorQuestion,
} from './report.ts';

type Body = Input<'POST /cohorts/:cohortId/learner-imports/preview'>['body'];

/** A file read under a mapping and compared with the centre. */
interface Plan {
  readonly cohort: Awaited<ReturnType<typeof loadCohort>>['cohort'];
  readonly framework: Awaited<ReturnType<typeof loadCohort>>['framework'];
  readonly mapping: ColumnMapping;
  readonly mappingProblems: readonly string[];
  readonly rows: readonly PlannedRow[];
}

@Injectable()
export class LearnerImportsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly registry: PersonRegistry,
    private readonly writer: ImportWriter,
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
    return this.db.run(actor, async ({ tx }) => {
      const plan = await this.plan(tx, params.cohortId, sheet, body);
      const counts = countRows(plan.rows);
      const enrolled = (await countLearners(tx, params.cohortId)) + counts.new;
      return {
        columns: sheet.headers.map((header, index) => ({
          header,
          field: plan.mapping[index] ?? null,
          sample: sampleOf(sheet, index),
        })),
        unknownColumns: sheet.headers.filter((_, index) => !plan.mapping[index]),
        mappingProblems: [...plan.mappingProblems],
        counts,
        rows: plan.rows.map((row) => viewRow(row, sheet.headers, plan.mapping)),
        tutorQuestions: listTutorQuestions(plan.rows).map(viewTutorQuestion),
        birthDateQuestions: plan.rows.flatMap(({ line, birthDate }) =>
          birthDate ? [{ line, ...birthDate }] : [],
        ),
        warnings: [
          ...checkCapacity(enrolled, plan.cohort.capacity).map(({ message }) => message),
          ...listWarnings(plan.rows),
        ],
      };
    });
  }

  async import(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/learner-imports'>,
  ): Promise<Report> {
    const sheet = await open(body);
    return this.db.run(actor, async (unit) => {
      await this.registry.lock(unit.tx, actor);
      const plan = await this.plan(unit.tx, params.cohortId, sheet, body);
      const [problem] = plan.mappingProblems;
      if (problem !== undefined) throw new DomainError('rule_refused', problem);
      const outcome = decide(plan.rows, body.mode);
      if (outcome === 'imported') await this.writer.write(unit, actor, plan);
      const rows = plan.rows.map((row) => viewRow(row, sheet.headers, plan.mapping));
      const counts = countRows(rows);
      const report = { outcome, counts, rows, headers: sheet.headers };
      const importId =
        outcome === 'nothing_to_do' && counts.error === 0
          ? null
          : await this.keep(unit, actor, params.cohortId, body, plan, report);
      return { outcome, importId, counts, rows };
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
      return rows.map(({ id, fileName, createdAt, report }) => {
        const { outcome, counts } = storedReport(report);
        return { id, fileName, createdAt: createdAt.toISOString(), outcome, counts };
      });
    });
  }

  read(
    actor: Actor,
    { params }: Input<'GET /learner-imports/:importId'>,
  ): Promise<Output<'GET /learner-imports/:importId'>> {
    return this.db.run(actor, async ({ tx }) => {
      const row = await find(tx, params.importId);
      const { outcome, counts, rows } = storedReport(row.report);
      return {
        outcome,
        importId: row.id,
        counts,
        // A report kept earlier may have been written before additions were told.
        rows: rows.map((line) => ({ ...line, additions: line.additions ?? [] })),
        fileName: row.fileName,
        createdAt: row.createdAt.toISOString(),
        cohortId: row.cohortId,
      };
    });
  }

  failedRows(
    actor: Actor,
    { params }: Input<'GET /learner-imports/:importId/failed-rows'>,
  ): Promise<FileDownload> {
    return this.db.run(actor, async ({ tx }) => {
      const row = await find(tx, params.importId);
      const { headers, failedRows } = storedReport(row.report);
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

  private async plan(tx: Tx, cohortId: string, sheet: Spreadsheet, body: Body): Promise<Plan> {
    const today = this.clock.today();
    const { cohort, framework } = await loadCohort(tx, cohortId);
    const proposed = proposeMapping(sheet.headers);
    const mapping = sheet.headers.map((_, index) =>
      body.mapping ? (body.mapping[index] ?? null) : (proposed[index] ?? null),
    );
    const mappingProblems = checkMapping(mapping);
    const read =
      mappingProblems.length > 0
        ? []
        : sheet.rows.map(({ cells, line }) => readLearnerRow(cells, mapping, line));
    const rows = planLearnerImport({
      rows: read,
      known: read.length > 0 ? await loadKnownPersons(tx, cohortId, read) : [],
      framework,
      defaults: {
        ...body.defaults,
        startsOn: body.defaults.startsOn ?? assumeEntryDay(toDay(cohort.startsOn), today),
      },
      today,
      context: {
        versions: await loadVersions(tx),
        cohortEndsOn: toDayOrNull(cohort.endsOn),
        span: await loadSpan(tx, cohort),
        cohortState: cohort.state,
        held: await listHeldDays(tx, cohortId, today),
      },
      tutorAnswers: new Map(body.tutors.map(({ email, namesake }) => [email, namesake])),
      birthDateAnswers: new Map(body.birthDates.map(({ email, right }) => [email, right])),
    });
    return { cohort, framework, mapping, mappingProblems, rows };
  }

  private async keep(
    unit: UnitOfWork,
    actor: Actor,
    cohortId: string,
    body: Body,
    plan: Plan,
    report: Omit<StoredReport, 'failedRows'>,
  ): Promise<string> {
    const id = uuidv7();
    const stored: StoredReport = { ...report, failedRows: listFailedRows(plan.rows) };
    await unit.tx.learnerImport.create({
      data: {
        centreId: actor.centreId,
        id,
        cohortId,
        fileName: body.fileName,
        sha256: createHash('sha256').update(body.contentBase64).digest('hex'),
        mapping: [...plan.mapping],
        report: stored as unknown as Prisma.InputJsonObject,
        createdByUserId: actor.userId,
      },
    });
    unit.audit({
      action: `learner-import.${report.outcome === 'imported' ? 'done' : 'refused'}`,
      subjectId: id,
      data: { cohortId, ...report.counts },
    });
    return id;
  }
}

const open = (body: Body): Promise<Spreadsheet> =>
  readSpreadsheet(body.fileName, Buffer.from(body.contentBase64, 'base64'));

function decide(
  rows: readonly PlannedRow[],
  mode: 'all_or_nothing' | 'valid_rows',
): Report['outcome'] {
  const counts = countRows(rows);
  if (mode === 'all_or_nothing' && counts.error > 0) return 'refused';
  return counts.new + counts.changed > 0 ? 'imported' : 'nothing_to_do';
}

// Written by `keep` and by nothing else.
const storedReport = (report: Prisma.JsonValue): StoredReport => report as unknown as StoredReport;

const find = async (tx: Tx, id: string) =>
  found(await tx.learnerImport.findFirst({ where: { id } }), 'Cet import');
