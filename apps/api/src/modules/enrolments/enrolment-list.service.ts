import type { FileDownload, Input, Output } from '@jalon/contract';
import {
  accessRouteNames,
  enrolmentStateNames,
  type Framework,
  formatMinutes,
  formatName,
  formatShortDay,
  funderNames,
  normaliseName,
  sumHoursDue,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { csvFile } from '../../http/csv-file.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { dispensationFacts } from './enrolment-facts.ts';
import { loadFileGaps, withGaps } from './file-gaps.ts';

type Query = Input<'GET /enrolments/export'>['query'];
type Row = Output<'GET /enrolments'>['rows'][number];

const withPerson = {
  person: {
    include: {
      employments: { include: { tutor: true }, orderBy: { hireDate: 'desc' }, take: 1 },
    },
  },
  cohort: { select: { id: true, name: true, frameworkVersionId: true } },
  dispensations: { where: { state: { in: ['granted', 'partial'] } } },
} as const satisfies Prisma.EnrolmentInclude;
type FullRow = Prisma.EnrolmentGetPayload<{ include: typeof withPerson }>;

interface SortedFile {
  readonly id: string;
  /** What the file lacks, in words. */
  readonly toComplete: readonly string[];
}

/** The list of learners: filters, sort, page, export. */
@Injectable()
export class EnrolmentListService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { query }: Input<'GET /enrolments'>): Promise<Output<'GET /enrolments'>> {
    return this.db.run(actor, async ({ tx }) => {
      const sorted = await this.sort(tx, query);
      const first = (query.page - 1) * query.perPage;
      return {
        rows: await this.load(tx, sorted.slice(first, first + query.perPage)),
        total: sorted.length,
        incomplete: sorted.filter(({ toComplete }) => toComplete.length > 0).length,
      };
    });
  }

  export(actor: Actor, { query }: Input<'GET /enrolments/export'>): Promise<FileDownload> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const rows = await this.load(tx, await this.sort(tx, query));
      audit({
        action: 'enrolment.list-exported',
        subjectId: actor.centreId,
        data: { count: rows.length },
      });
      return csvFile(`apprenants-${this.clock.today()}.csv`, exportColumns, rows.map(exportRow));
    });
  }

  /** Sorted in French whatever the database's locale, so that É comes with E. */
  private async sort(tx: Tx, query: Query): Promise<SortedFile[]> {
    const rows = await tx.enrolment.findMany({
      where: whereOf(query),
      select: { ...withGaps, startsOn: true },
    });
    const gaps = await loadFileGaps(tx, rows, this.clock.today());
    const french = new Intl.Collator('fr');
    const sign = query.direction === 'asc' ? 1 : -1;
    const keyed = rows.map((row) => ({
      id: row.id,
      toComplete: gaps.get(row.id) ?? [],
      name: formatName(row.person),
      key: { name: '', startsOn: toDay(row.startsOn), cohort: row.cohort.name }[query.sort],
    }));
    return keyed.toSorted(
      (a, b) => sign * french.compare(a.key, b.key) || sign * french.compare(a.name, b.name),
    );
  }

  private async load(tx: Tx, files: readonly SortedFile[]): Promise<Row[]> {
    const rows = await tx.enrolment.findMany({
      where: { id: { in: files.map(({ id }) => id) } },
      include: withPerson,
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const frameworks = await loadFrameworks(
      tx,
      rows.map(({ cohort }) => cohort.frameworkVersionId),
    );
    return files.flatMap(({ id, toComplete }) => {
      const row = byId.get(id);
      const framework = row && frameworks.get(row.cohort.frameworkVersionId);
      return row && framework ? [viewRow(row, framework, toComplete)] : [];
    });
  }
}

function viewRow(row: FullRow, framework: Framework, toComplete: readonly string[]): Row {
  const { person, cohort } = row;
  const hours = sumHoursDue(framework, row.route, row.dispensations.map(dispensationFacts));
  const employment = person.employments[0];
  return {
    id: row.id,
    personId: person.id,
    name: formatName(person),
    email: person.email,
    cohort: { id: cohort.id, name: cohort.name },
    state: row.state,
    startsOn: toDay(row.startsOn),
    route: row.route,
    funder: row.funder,
    employerName: employment?.employerName ?? null,
    tutorName: employment?.tutor ? formatName(employment.tutor) : null,
    dueMinutes: hours.dueMinutes,
    waivedMinutes: hours.waivedMinutes,
    toComplete: [...toComplete],
  };
}

function whereOf({ search, cohortId, state, missing }: Query): Prisma.EnrolmentWhereInput {
  const words = search ? normaliseName(search).split(' ').filter(Boolean) : [];
  return {
    ...(cohortId ? { cohortId } : {}),
    ...(state ? { state } : {}),
    AND: [
      ...words.map((word) => ({ person: { OR: matchWord(word) } })),
      ...(missing ? [{ person: incomplete[missing] }] : []),
    ],
  };
}

const matchWord = (word: string): Prisma.PersonWhereInput[] => [
  { matchKey: { contains: word } },
  { usageName: { contains: word, mode: 'insensitive' } },
  { email: { contains: word } },
];

const incomplete: Record<NonNullable<Query['missing']>, Prisma.PersonWhereInput> = {
  identity: {
    OR: [
      { birthDate: null },
      { sex: null },
      { email: null },
      { birthCountryCode: null },
      { birthCountryCode: 'FR', birthPlaceCode: null },
    ],
  },
  employer: { employments: { none: {} } },
  tutor: { employments: { none: { tutorId: { not: null } } } },
};

const exportColumns = [
  'Apprenant',
  'Mail',
  'Cohorte',
  'État',
  'Entrée',
  'Voie d’accès',
  'Financeur',
  'Employeur',
  'Tuteur',
  'Heures dues',
  'À compléter',
];

const exportRow = (row: Row) => [
  row.name,
  row.email,
  row.cohort.name,
  enrolmentStateNames[row.state],
  formatShortDay(row.startsOn),
  accessRouteNames[row.route],
  funderNames[row.funder],
  row.employerName,
  row.tutorName,
  formatMinutes(row.dueMinutes),
  row.toComplete.join(', '),
];
