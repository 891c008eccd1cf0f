import type { SentScan } from '@jalon/domain';
import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../http/domain-error.ts';

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

export const replacedMeanwhile = (): DomainError =>
  new DomainError(
    'edited_meanwhile',
    'Quelqu’un vient de joindre un autre fichier. Rechargez la page pour le voir.',
  );
