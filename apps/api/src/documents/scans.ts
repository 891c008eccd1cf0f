import type { SentScan } from '@jalon/domain';
import { fileTypeFromBuffer } from 'file-type';
import type { Actor } from '../auth/actor.ts';
import type { Tx } from '../db/database.ts';
import { DomainError } from '../http/domain-error.ts';
import type { DocumentStore } from './document-store.ts';

/** A scan as it came, told by its bytes and not by its name. */
export interface ReadScan extends SentScan {
  readonly bytes: Buffer;
}

/** Reads a scan from a form. */
export async function readScan(contentBase64: string): Promise<ReadScan> {
  const bytes = Buffer.from(contentBase64, 'base64');
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  return { bytes, mediaType, sizeBytes: bytes.length };
}

interface ScanRow {
  readonly id: string;
  readonly number: number;
  readonly attachedAt: Date;
  readonly attachedByUserId: string;
  readonly document: { readonly fileName: string; readonly sizeBytes: number };
}

/** A scan as the screens show it; `names` are those of the logins. */
export const viewScan = (
  { id, number, attachedAt, attachedByUserId, document }: ScanRow,
  names: ReadonlyMap<string, string>,
) => ({
  id,
  number,
  fileName: document.fileName,
  sizeBytes: document.sizeBytes,
  attachedAt: attachedAt.toISOString(),
  attachedByName: names.get(attachedByUserId) ?? '',
});

/** What of a document a scan shows. */
export const withScanDocument = {
  document: { select: { fileName: true, sizeBytes: true } },
} as const;

/** What of the last scan tells whether another may follow it. */
export const withScanDigest = { document: { select: { sha256: true } } } as const;

interface JoinedScan {
  readonly scan: ReadScan;
  /** The one that stands; `null` when none does. */
  readonly last: {
    readonly id: string;
    readonly number: number;
    readonly document: { readonly sha256: string };
  } | null;
  /** The one that the person saw stand. */
  readonly expectedFileId: string | null;
  readonly document: Record<'kind' | 'subjectId' | 'fileName', string>;
}

/**
 * Keeps a scan as the next document of what it proves; the last one is never destroyed.
 *
 * @returns `null` when it stands already: the second click of a double one, or the same paper again
 * @throws edited_meanwhile when somebody joined another one since
 */
export async function keepScan(
  tx: Tx,
  store: DocumentStore,
  actor: Actor,
  { scan, last, expectedFileId, document }: JoinedScan,
) {
  const file = await store.put(actor.centreId, scan.bytes);
  if (last?.document.sha256 === file.sha256) return null;
  if ((last?.id ?? null) !== expectedFileId) throw replacedMeanwhile();
  const { id: documentId } = await tx.document.create({
    data: {
      ...document,
      ...file,
      centreId: actor.centreId,
      mediaType: scan.mediaType ?? '',
      createdByUserId: actor.userId,
    },
  });
  return {
    documentId,
    number: (last?.number ?? 0) + 1,
    replaces: last !== null,
    trace: { sha256: file.sha256, ...(last ? { replacesFileId: last.id } : {}) },
  };
}

const replacedMeanwhile = (): DomainError =>
  new DomainError(
    'edited_meanwhile',
    'Quelqu’un vient de joindre un autre fichier. Rechargez la page pour le voir.',
  );
