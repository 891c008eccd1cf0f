import type { FileDownload, Input, Output } from '@jalon/contract';
import { checkCredentialFile, nameCredentialFile } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { DocumentStore } from '../../documents/document-store.ts';
import { keepScan, readScan, withScanDigest } from '../../documents/scans.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { scope } from './assessment-scope.ts';
import { loadCredentialFiles } from './credential-files.queries.ts';
import { holdPerson } from './credentials.service.ts';

const KIND = 'credential-file';

/** The scan of a credential: joined by the office, replaced by another, never destroyed. */
@Injectable()
export class CredentialFilesService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: DocumentStore,
  ) {}

  async attach(
    actor: Actor,
    { params, body }: Input<'POST /credentials/:credentialId/files'>,
  ): Promise<Output<'POST /credentials/:credentialId/files'>> {
    const scan = await readScan(body.contentBase64);
    return this.db.run(actor, async ({ tx, audit }) => {
      const where = {
        id: params.credentialId,
        person: { enrolments: { some: scope(actor) } },
      };
      const { personId } = found(await tx.credential.findFirst({ where }), 'Cette attestation');
      await holdPerson(tx, personId);
      const credential = found(await tx.credential.findFirst({ where }), 'Cette attestation');
      const isSuperseded = credential.supersededById !== null;
      raiseFindings(checkCredentialFile({ ...scan, isSuperseded }));
      const kept = await keepScan(tx, this.store, actor, {
        scan,
        last: await findLast(tx, credential.id),
        expectedFileId: body.expectedFileId,
        document: {
          kind: KIND,
          subjectId: credential.id,
          fileName: nameCredentialFile(body.fileName, scan.mediaType ?? ''),
        },
      });
      if (!kept) return describeLast(tx, credential.id);
      const { documentId, number, replaces, trace } = kept;
      const { id: fileId } = await tx.credentialFile.create({
        data: {
          centreId: actor.centreId,
          credentialId: credential.id,
          number,
          documentId,
          attachedByUserId: actor.userId,
          attachedAt: this.clock.now(),
        },
      });
      audit({
        action: replaces ? 'credential.file-replaced' : 'credential.file-attached',
        subjectId: personId,
        data: {
          credentialId: credential.id,
          fileId,
          ...trace,
        },
      });
      return describeLast(tx, credential.id);
    });
  }

  async download(
    actor: Actor,
    { params }: Input<'GET /credential-files/:fileId'>,
  ): Promise<FileDownload> {
    const { document } = await this.db.run(actor, async ({ tx }) =>
      found(
        await tx.credentialFile.findFirst({
          where: {
            id: params.fileId,
            credential: { person: { enrolments: { some: scope(actor) } } },
          },
          include: { document: true },
        }),
        'Ce justificatif',
      ),
    );
    return { fileName: document.fileName, bytes: await this.store.read(document) };
  }
}

const findLast = (tx: Tx, credentialId: string) =>
  tx.credentialFile.findFirst({
    where: { credentialId },
    include: withScanDigest,
    orderBy: { number: 'desc' },
  });

async function describeLast(tx: Tx, credentialId: string) {
  const filesOf = await loadCredentialFiles(tx, [credentialId]);
  return found(filesOf(credentialId)[0], 'Ce justificatif');
}
