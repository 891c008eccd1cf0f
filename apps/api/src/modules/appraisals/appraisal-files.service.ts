import type { FileDownload, Input, Output } from '@jalon/contract';
import { checkAppraisalFile, nameAppraisalFile } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { keepScan, readScan, withScanDigest } from '../../documents/scans.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadAppraisalFiles } from './appraisal-files.queries.ts';

const KIND = 'appraisal-file';

/** The scan of a form signed on paper: joined by the office, replaced by another, never destroyed. */
@Injectable()
export class AppraisalFilesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
  ) {}

  async attach(
    actor: Actor,
    { params, body }: Input<'POST /appraisals/:appraisalId/files'>,
  ): Promise<Output<'POST /appraisals/:appraisalId/files'>> {
    const scan = await readScan(body.contentBase64);
    return this.db.run(actor, async ({ tx, audit }) => {
      const where = { id: params.appraisalId };
      const appraisal = found(await tx.appraisal.findFirst({ where }), 'Cette appréciation');
      await holdEnrolments(tx, [appraisal.enrolmentId]);
      const { origin, signedAt } = appraisal;
      raiseFindings(checkAppraisalFile({ ...scan, origin, isSigned: signedAt !== null }));
      const kept = await keepScan(tx, this.store, actor, {
        scan,
        last: await findLast(tx, appraisal.id),
        expectedFileId: body.expectedFileId,
        document: {
          kind: KIND,
          subjectId: appraisal.id,
          fileName: nameAppraisalFile(body.fileName, scan.mediaType ?? ''),
        },
      });
      if (!kept) return describeLast(tx, appraisal.id);
      const { documentId, number, replaces, trace } = kept;
      const { id: fileId } = await tx.appraisalFile.create({
        data: {
          centreId: actor.centreId,
          appraisalId: appraisal.id,
          number,
          documentId,
          attachedByUserId: actor.userId,
          attachedAt: this.clock.now(),
        },
      });
      audit({
        action: replaces ? 'appraisal.file-replaced' : 'appraisal.file-attached',
        subjectId: appraisal.id,
        data: {
          fileId,
          ...trace,
        },
      });
      return describeLast(tx, appraisal.id);
    });
  }

  async download(
    actor: Actor,
    { params }: Input<'GET /appraisal-files/:appraisalFileId'>,
  ): Promise<FileDownload> {
    const { document } = await this.db.run(actor, async ({ tx }) =>
      found(
        await tx.appraisalFile.findFirst({
          where: { id: params.appraisalFileId },
          include: { document: true },
        }),
        'Cette feuille papier',
      ),
    );
    return { fileName: document.fileName, bytes: await this.store.read(document) };
  }
}

const findLast = (tx: Tx, appraisalId: string) =>
  tx.appraisalFile.findFirst({
    where: { appraisalId },
    include: withScanDigest,
    orderBy: { number: 'desc' },
  });

async function describeLast(tx: Tx, appraisalId: string) {
  const filesOf = await loadAppraisalFiles(tx, [appraisalId]);
  return found(filesOf(appraisalId)[0], 'Cette feuille papier');
}
