import type { Prisma, Tx } from '../db/database.ts';

type AttachedFile = Omit<Prisma.DocumentUncheckedCreateInput, 'id'>;

/** Keeps a stored file as a document and joins it to a mail. @returns the document's id */
export async function attachFile(tx: Tx, mailId: string, file: AttachedFile): Promise<string> {
  const { id: documentId } = await tx.document.create({ data: file });
  await tx.mailAttachment.create({ data: { centreId: file.centreId, mailId, documentId } });
  return documentId;
}
