import { createHash } from 'node:crypto';
import type { FileDownload, Input } from '@jalon/contract';
import { nirWithoutKey, type RegistryFields, withNir } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Sealer } from '../../auth/sealer.ts';
import { Clock } from '../../clock/clock.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import { Database, type Prisma } from '../../db/database.ts';
import { DocumentStore, type StoredFile } from '../../documents/document-store.ts';
import { DomainError, found } from '../../http/domain-error.ts';
import { nirSubject } from './nir.service.ts';
import { writeRegistryXml } from './registry-xml.ts';

const KIND = 'registry-report';
const PAGE = 500;

type ReportRow = Prisma.RegistryReportGetPayload<{ include: { document: true } }>;

interface EntryRow extends Record<string, unknown> {
  readonly id: string;
  readonly personId: string;
  readonly content: RegistryFields;
  readonly sealedNir: string | null;
}

/** « accrochage-RNCP40913-2026-11-23-0190c0de.xml » */
export const reportFileName = ({
  id,
  code,
  producedAt,
}: Pick<ReportRow, 'id' | 'code' | 'producedAt'>): string =>
  `accrochage-${code}-${parisDayOf(producedAt)}-${id.slice(-8)}.xml`;

/**
 * The files of the reports: written a page at a time from what was kept of each person. A file is
 * kept as it is, unless it holds social security numbers: then only its fingerprint is, and it is
 * written again for each download until the registry has answered.
 */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
    private readonly sealer: Sealer,
  ) {}

  async download(
    actor: Actor,
    { params }: Input<'GET /registry-reports/:reportId/file'>,
  ): Promise<FileDownload> {
    const report = await this.write(actor, params.reportId);
    await this.refuseErased(actor, report);
    const fileName = reportFileName(report);
    await this.db.run(actor, async ({ audit }) =>
      audit({ action: 'registry-report.downloaded', subjectId: report.id }),
    );
    if (report.document) return { fileName, bytes: await this.store.readParts(report.document) };
    const { sha256 } = await fingerprint(this.writeParts(actor, report));
    if (sha256 !== report.sha256) throw new Error(`Report ${report.id} is not what was produced`);
    return { fileName, bytes: this.writeParts(actor, report) };
  }

  /** Writes the file once: whoever asks again gets what stands. */
  async write(actor: Actor, reportId: string): Promise<ReportRow> {
    const known = await this.find(actor, reportId);
    if (known.sha256 !== null) return known;
    const parts = this.writeParts(actor, known);
    const kept = known.hasNir ? null : await this.store.putParts(actor.centreId, parts);
    const file = kept ?? (await fingerprint(parts));
    await this.db.run(actor, async ({ tx, audit }) => {
      await tx.$queryRaw`select id from registry_report where id = ${reportId}::uuid for no key update`;
      const { count } = await tx.registryReport.updateMany({
        where: { id: reportId, sha256: null },
        data: {
          sha256: file.sha256,
          sizeBytes: file.sizeBytes,
          documentId: kept && (await this.keep(tx, actor, known, kept)),
        },
      });
      if (count > 0)
        audit({
          action: 'registry-report.written',
          subjectId: reportId,
          data: { sha256: file.sha256, sizeBytes: file.sizeBytes },
        });
    });
    return this.find(actor, reportId);
  }

  private async keep(
    tx: Prisma.TransactionClient,
    actor: Actor,
    report: ReportRow,
    file: StoredFile,
  ): Promise<string> {
    const { id } = await tx.document.create({
      data: {
        centreId: actor.centreId,
        kind: KIND,
        subjectId: report.id,
        fileName: reportFileName(report),
        mediaType: 'application/xml',
        createdByUserId: actor.userId,
        createdAt: this.clock.now(),
        ...file,
      },
    });
    return id;
  }

  private find(actor: Actor, reportId: string): Promise<ReportRow> {
    return this.db.run(actor, async ({ tx }) =>
      found(
        await tx.registryReport.findFirst({
          where: { id: reportId },
          include: { document: true },
        }),
        'Ce fichier',
      ),
    );
  }

  private async refuseErased(actor: Actor, { id, hasNir }: ReportRow): Promise<void> {
    if (!hasNir) return;
    const erased = await this.db.run(actor, ({ tx }) =>
      tx.registryEntry.count({ where: { reportId: id, sealedNir: null } }),
    );
    if (erased > 0)
      throw new DomainError(
        'rule_refused',
        'Ce fichier contenait des numéros de sécurité sociale, effacés depuis la réponse de la Caisse des Dépôts. Son empreinte et ce qui a été envoyé de chacun sont gardés.',
      );
  }

  private writeParts(actor: Actor, report: ReportRow): AsyncGenerator<Uint8Array> {
    return writeRegistryXml(report, this.readEntries(actor, report));
  }

  /** The persons of a report in the order of the file, a page at a time. */
  private async *readEntries(
    actor: Actor,
    { id: reportId }: ReportRow,
  ): AsyncGenerator<readonly RegistryFields[]> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await this.db.read(actor, (query) =>
        query<EntryRow>({ name: 'registry-entries', text, values: [reportId, after, PAGE] }),
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map((row) => this.withNumber(actor, row));
      after = last.id;
    }
  }

  private withNumber(actor: Actor, { content, sealedNir, personId }: EntryRow): RegistryFields {
    if (sealedNir === null) return content;
    const nir = this.sealer.open(sealedNir, nirSubject(actor.centreId, personId));
    return withNir(content, nirWithoutKey(nir));
  }
}

const text = `
  select r.id, r.content, r.sealed_nir as "sealedNir", e.person_id as "personId"
    from registry_entry r
    join enrolment e on e.centre_id = r.centre_id and e.id = r.enrolment_id
   where r.report_id = $1 and r.id > $2
   order by r.id
   limit $3`;

async function fingerprint(
  parts: AsyncIterable<Uint8Array>,
): Promise<Pick<StoredFile, 'sha256' | 'sizeBytes'>> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const part of parts) {
    hash.update(part);
    sizeBytes += part.byteLength;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}
