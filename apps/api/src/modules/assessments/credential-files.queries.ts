import type { Output } from '@jalon/contract';
import type { HeldCredential, PlainDate } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { viewScan, withScanDocument } from '../../documents/scans.ts';
import { readNames } from '../juries/describe-decisions.ts';

type CredentialFile = Output<'POST /credentials/:credentialId/files'>;

/** The scans of these credentials, by credential, the one in force first. */
export async function loadCredentialFiles(
  tx: Tx,
  credentialIds: readonly string[],
): Promise<(credentialId: string) => CredentialFile[]> {
  const rows = await tx.credentialFile.findMany({
    where: { credentialId: { in: [...credentialIds] } },
    include: withScanDocument,
    orderBy: { number: 'desc' },
  });
  const names = await readNames(
    tx,
    rows.map(({ attachedByUserId }) => attachedByUserId),
  );
  return (credentialId) =>
    rows.filter((row) => row.credentialId === credentialId).map((row) => viewScan(row, names));
}

/** A credential that is put right keeps its scan: the same paper proves it. */
export async function carryFile(tx: Tx, fromId: string, toId: string): Promise<void> {
  const last = await tx.credentialFile.findFirst({
    where: { credentialId: fromId },
    orderBy: { number: 'desc' },
  });
  if (!last) return;
  const { centreId, documentId, attachedByUserId, attachedAt } = last;
  await tx.credentialFile.create({
    data: { centreId, credentialId: toId, number: 1, documentId, attachedByUserId, attachedAt },
  });
}

/** The scan in force of a credential that counts. */
export interface FileInForce {
  readonly id: string;
  readonly fileName: string;
  readonly code: string;
  readonly obtainedOn: PlainDate;
}

/** The scans that a jury reads of a person: of the credentials that count, the last one of each. */
export async function loadFilesInForce(tx: Tx, personId: string): Promise<readonly FileInForce[]> {
  const rows = await tx.credential.findMany({
    where: { personId, supersededById: null },
    include: {
      files: {
        include: { document: { select: { fileName: true } } },
        orderBy: { number: 'desc' },
        take: 1,
      },
    },
  });
  return rows.flatMap(({ code, obtainedOn, files }) =>
    files.map(({ id, document: { fileName } }) => ({
      id,
      fileName,
      code,
      obtainedOn: toDay(obtainedOn),
    })),
  );
}

/** A person holds one credential in force of a code and a day. */
export const isFileOf = (file: FileInForce, held: HeldCredential | null): boolean =>
  file.code === held?.credentialCode && file.obtainedOn === held.obtainedOn;
