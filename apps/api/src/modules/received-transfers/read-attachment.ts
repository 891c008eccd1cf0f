import { fileTypeFromBuffer } from 'file-type';
import { getDocumentProxy } from 'unpdf';
import { invalid } from '../../http/domain-error.ts';

const MAX_BYTES = 2 * 1024 * 1024;
/** A signed transfer is a few thousand characters. */
const MAX_SIGNED_BYTES = 256 * 1024;

interface Attachment {
  readonly content: Uint8Array;
}

/** A refusal at the field of the file. */
const refuseFile = (message: string) => invalid([{ pointer: '/contentBase64', message }]);

/**
 * The signed file as text, out of the PDF that carries it or sent alone. What the file is decides,
 * not what its name says.
 * @throws validation_failed at `/contentBase64`
 */
export async function readAttachment(bytes: Buffer): Promise<string> {
  if (bytes.length > MAX_BYTES) throw refuseFile('Envoyez un fichier de 2 Mo au plus.');
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? null;
  if (type === 'application/pdf') return toText(await readFromPdf(bytes));
  // Text has no signature of its own.
  if (type !== null && type !== 'application/json') throw refuseFile(notATransfer);
  return toText(bytes);
}

const notATransfer =
  'Ce fichier n’est ni un PDF de transfert ni le fichier signé qu’il contient. Choisissez celui que l’autre centre a remis.';

async function readFromPdf(bytes: Buffer): Promise<Uint8Array> {
  const attachments = await listAttachments(bytes);
  const [first, ...others] = attachments;
  if (!first)
    throw refuseFile(
      'Ce PDF ne contient pas de fichier signé : il a peut-être été imprimé puis numérisé. Demandez l’original à l’autre centre.',
    );
  if (others.length > 0)
    throw refuseFile('Ce PDF contient plusieurs fichiers : un transfert n’en contient qu’un.');
  return first.content;
}

async function listAttachments(bytes: Buffer): Promise<readonly Attachment[]> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    try {
      return Object.values(((await pdf.getAttachments()) ?? {}) as Record<string, Attachment>);
    } finally {
      await pdf.destroy();
    }
  } catch {
    throw refuseFile('Ce PDF ne peut pas être lu. Demandez-en un autre exemplaire.');
  }
}

function toText(bytes: Uint8Array): string {
  if (bytes.length > MAX_SIGNED_BYTES) throw refuseFile(notATransfer);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuseFile(notATransfer);
  }
}

/** What a text holds as JSON. @throws validation_failed at `/contentBase64` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuseFile(notATransfer);
  }
}

/** @throws validation_failed at `/contentBase64` */
export const refuseShape = () => refuseFile(notATransfer);
