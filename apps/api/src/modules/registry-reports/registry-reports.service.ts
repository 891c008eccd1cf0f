import type { FileDownload, Output } from '@jalon/contract';
import {
  accessRouteNames,
  formatName,
  formatShortDay,
  type RegistryState,
  registryCode,
  registryLimitSource,
  registryReportCapacity,
  writeRegistryEntry,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { csvFile } from '../../http/csv-file.ts';
import { DomainError } from '../../http/domain-error.ts';
import {
  judgeCertified,
  listCertified,
  readCertified,
  type StandingRow,
} from './certified-people.ts';
import { loadSettings } from './registry-settings.service.ts';
import { ReportFiles, reportFileName } from './report-files.ts';

type List = Output<'GET /registry-reports'>;
type Settings = NonNullable<List['settings']>;

/** A report being filled. */
interface OpenReport {
  readonly id: string;
  entryCount: number;
}

/** What is sent to the registry of the Caisse des Dépôts: who, in which files, with which answers. */
@Injectable()
export class RegistryReportsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: ReportFiles,
  ) {}

  list(actor: Actor): Promise<List> {
    return this.db.run(actor, async ({ tx }) => {
      const settings = await loadSettings(tx);
      const people = await listCertified(
        queryIn(tx),
        settings?.asksForNir ?? false,
        this.clock.today(),
      );
      return {
        settings,
        limitSource: registryLimitSource,
        people: people.map(describePerson),
        reports: await describeReports(tx),
      };
    });
  }

  /**
   * Everybody who is due, in one file a certification: what is said of each is kept with the report
   * in one transaction, then the files are written from it.
   */
  async produce(actor: Actor): Promise<Output<'POST /registry-reports'>> {
    const reports = await this.db.run(actor, async (unit) => {
      const settings = await loadSettings(unit.tx);
      if (!settings)
        throw new DomainError(
          'rule_refused',
          'Entrez d’abord les identifiants que la Caisse des Dépôts a donnés au certificateur.',
        );
      await unit.tx
        .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`registry:${actor.centreId}`}, 0))`;
      const filled = await this.fill(unit, actor, settings);
      if (filled.length === 0)
        throw new DomainError(
          'rule_refused',
          'Personne n’est à envoyer : chacun est déjà envoyé, accepté, ou attend une donnée obligatoire.',
        );
      return filled;
    });
    for (const { id } of reports) await this.files.write(actor, id);
    return { reports };
  }

  private async fill(unit: UnitOfWork, actor: Actor, settings: Settings): Promise<OpenReport[]> {
    const { tx, audit } = unit;
    const open = new Map<string, OpenReport>();
    const all: (OpenReport & { readonly code: string })[] = [];
    for await (const rows of readCertified(queryIn(tx))) {
      const due = judgeCertified(rows, settings.asksForNir, this.clock.today()).filter(
        ({ standing }) => standing.isDue,
      );
      for (const [code, people] of groupByCode(due))
        for (let from = 0; from < people.length; ) {
          let report = open.get(code);
          if (!report || report.entryCount >= registryReportCapacity) {
            const opened = { ...(await this.open(tx, actor, code, settings)), code };
            all.push(opened);
            open.set(code, opened);
            report = opened;
          }
          const part = people.slice(from, from + registryReportCapacity - report.entryCount);
          await this.addEntries(tx, actor, report.id, part, settings.asksForNir);
          report.entryCount += part.length;
          from += part.length;
        }
    }
    for (const { id, entryCount, code } of all) {
      await tx.registryReport.updateMany({ where: { id }, data: { entryCount } });
      audit({ action: 'registry-report.produced', subjectId: id, data: { code, entryCount } });
    }
    return all.map(({ id, entryCount }) => ({ id, entryCount }));
  }

  private async open(
    tx: Tx,
    actor: Actor,
    code: string,
    { emitterClientId, certifierClientId, contractId, asksForNir }: Settings,
  ): Promise<OpenReport> {
    const { id } = await tx.registryReport.create({
      data: {
        centreId: actor.centreId,
        code,
        emitterClientId,
        certifierClientId,
        contractId,
        hasNir: asksForNir,
        entryCount: 0,
        producedAt: this.clock.now(),
        producedByUserId: actor.userId,
      },
    });
    return { id, entryCount: 0 };
  }

  /** A page of persons in one statement. */
  private async addEntries(
    tx: Tx,
    actor: Actor,
    reportId: string,
    people: readonly StandingRow[],
    asksForNir: boolean,
  ): Promise<void> {
    const entries = people.map(({ row }) => ({
      id: uuidv7(),
      enrolmentId: row.enrolmentId,
      certificateId: row.certificateId,
      content: writeRegistryEntry(row, asksForNir),
      sealedNir: asksForNir ? row.sealedNir : null,
    }));
    await tx.$executeRaw`
      insert into registry_entry
             (centre_id, id, report_id, enrolment_id, certificate_id, sent_on, content, sealed_nir)
      select ${actor.centreId}::uuid, entry.id, ${reportId}::uuid, entry."enrolmentId",
             entry."certificateId", ${this.clock.today()}::date, entry.content, entry."sealedNir"
        from json_to_recordset(${JSON.stringify(entries)}::json)
             as entry(id uuid, "enrolmentId" uuid, "certificateId" uuid, content json, "sealedNir" text)`;
  }

  /** Those whom the registry is told of, for the certifier who sends by other means. */
  async listCertified(actor: Actor): Promise<FileDownload> {
    const people = await this.db.run(actor, async ({ tx, audit }) => {
      const settings = await loadSettings(tx);
      audit({ action: 'registry-report.listed', subjectId: actor.centreId });
      return listCertified(queryIn(tx), settings?.asksForNir ?? false, this.clock.today());
    });
    return csvFile('certifies.csv', csvHeaders, people.map(toCells));
  }
}

function groupByCode(people: readonly StandingRow[]): ReadonlyMap<string, StandingRow[]> {
  const groups = new Map<string, StandingRow[]>();
  for (const person of people) {
    const code = registryCode(person.row.rncp);
    if (code !== null) groups.set(code, [...(groups.get(code) ?? []), person]);
  }
  return groups;
}

const describePerson = ({ row, findings, standing }: StandingRow): List['people'][number] => ({
  enrolmentId: row.enrolmentId,
  personId: row.personId,
  frameworkId: row.frameworkId,
  learnerName: formatName(row),
  cohort: { id: row.cohortId, name: row.cohortName },
  code: registryCode(row.rncp),
  number: row.number,
  issuedOn: row.issuedOn,
  state: standing.state,
  isDue: standing.isDue,
  dueOn: standing.dueOn,
  daysLeft: standing.daysLeft,
  sentence: standing.sentence,
  findings: standing.state === 'accepted' || standing.state === 'sent' ? [] : [...findings],
  hasNir: row.hasNir,
});

async function describeReports(tx: Tx): Promise<List['reports']> {
  const reports = await tx.registryReport.findMany({ orderBy: { producedAt: 'desc' } });
  const answers = await tx.registryEntry.groupBy({
    by: ['reportId', 'answer'],
    _count: { _all: true, sealedNir: true },
  });
  const users = await tx.membership.findMany({
    where: { userId: { in: reports.map(({ producedByUserId }) => producedByUserId) } },
    include: { person: true },
  });
  const names = new Map(users.map(({ userId, person }) => [userId, formatName(person)]));
  return reports.map((report) => {
    const own = answers.filter(({ reportId }) => reportId === report.id);
    const count = (answer: (typeof own)[number]['answer']) =>
      own.find((one) => one.answer === answer)?._count._all ?? 0;
    const numbers = own.reduce((total, { _count }) => total + _count.sealedNir, 0);
    return {
      id: report.id,
      code: report.code,
      fileName: reportFileName(report),
      producedAt: report.producedAt.toISOString(),
      producedBy: names.get(report.producedByUserId) ?? '',
      entryCount: report.entryCount,
      accepted: count('accepted'),
      rejected: count('rejected'),
      waiting: count(null),
      sizeBytes: report.sizeBytes,
      sha256: report.sha256,
      isErased: report.hasNir && numbers < report.entryCount,
    };
  });
}

const csvHeaders = [
  'Certification',
  'N° du certificat',
  'Délivré le',
  'Jury du',
  'Nom de naissance',
  'Nom d’usage',
  'Prénom',
  'Autres prénoms',
  'Date de naissance',
  'Sexe',
  'Commune de naissance (code)',
  'Pays de naissance (code)',
  'Voie d’accès',
  'Entrée en formation',
  'Accrochage',
  'Identifiant technique',
] as const;

const stateWords: Record<RegistryState, string> = {
  to_complete: 'À compléter',
  to_send: 'À envoyer',
  rejected: 'Rejeté',
  sent: 'Envoyé',
  accepted: 'Accepté',
};

const toCells = ({ row, standing }: StandingRow): readonly string[] => [
  row.rncp ?? '',
  row.number,
  formatShortDay(row.issuedOn),
  formatShortDay(row.decidedOn),
  row.birthName,
  row.usageName ?? '',
  row.givenName,
  row.otherGivenNames,
  row.birthDate ? formatShortDay(row.birthDate) : '',
  row.sex ?? '',
  row.birthPlaceCode ?? '',
  row.birthCountryCode ?? '',
  accessRouteNames[row.route],
  formatShortDay(row.enrolledOn),
  stateWords[standing.state],
  row.enrolmentId,
];
