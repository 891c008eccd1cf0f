import { stripUnstorable } from '@jalon/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { Unzip, UnzipInflate } from 'fflate';
import { fileTypeFromBuffer } from 'file-type';
import { readSheet } from 'read-excel-file/node';
import { DomainError } from '../../http/domain-error.ts';

/** A table as it was in the file: every cell as text. */
export interface Spreadsheet {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const MAX_BYTES = 5 * 1024 * 1024;
const MAX_UNZIPPED_BYTES = 100 * 1024 * 1024;
/** What is unfolded at once; deflate makes at most a thousand times as much of it. */
const SLICE_BYTES = 16 * 1024;
const MAX_ROWS = 5_000;

const unreadable = (detail: string): DomainError => new DomainError('file_unreadable', detail);

/**
 * Reads a CSV (`;` `,` or tab, UTF-8 or Windows-1252) or the first sheet of an XLSX. What the file
 * is decides, not what its name says.
 *
 * @throws file_unreadable, body_too_large
 */
export async function readSpreadsheet(fileName: string, bytes: Buffer): Promise<Spreadsheet> {
  if (bytes.length > MAX_BYTES)
    throw new DomainError('body_too_large', 'Envoyez un fichier de 5 Mo au plus.');
  const extension = fileName.split('.').at(-1)?.toLowerCase() ?? '';
  const table =
    extension === 'xlsx'
      ? await readXlsx(bytes)
      : await readText(bytes, extension === 'csv' || extension === 'txt');
  return toSpreadsheet(table);
}

function toSpreadsheet(table: readonly (readonly string[])[]): Spreadsheet {
  const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');
  const first = table.findIndex((cells) => !isBlank(cells));
  const headers = table[first];
  if (!headers) throw unreadable('Ce fichier est vide.');
  const rows = table
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(first + 1)
    .filter(({ cells }) => !isBlank(cells));
  if (rows.length === 0)
    throw unreadable('Ce fichier n’a qu’une ligne de titres : ajoutez une ligne par apprenant.');
  if (rows.length > MAX_ROWS)
    throw unreadable('Ce fichier a plus de 5 000 lignes : partagez-le en plusieurs.');
  return {
    headers: headers.map(
      (header, index) => stripUnstorable(header).trim() || `Colonne ${index + 1}`,
    ),
    rows,
  };
}

async function readXlsx(bytes: Buffer): Promise<string[][]> {
  const type = await fileTypeFromBuffer(bytes);
  if (type?.ext !== 'xlsx' && type?.ext !== 'zip')
    throw unreadable(
      'Ce fichier s’appelle .xlsx mais n’est pas un classeur Excel : enregistrez-le à nouveau depuis votre tableur.',
    );
  try {
    refuseBomb(bytes);
    const sheet = await readSheet(bytes);
    return sheet.map((row) => row.map(showCell));
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unreadable(
      'Ce classeur est abîmé ou protégé : enregistrez-le à nouveau sans mot de passe.',
    );
  }
}

/**
 * A few kilobytes can unfold to gigabytes, and an archive may lie about the sizes it announces: it is
 * unfolded once, a slice at a time, and left at the limit before anything is kept of it.
 */
function refuseBomb(bytes: Buffer): void {
  let total = 0;
  const archive = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error) throw error;
      total += chunk.length;
      if (total > MAX_UNZIPPED_BYTES)
        throw unreadable('Ce classeur est trop lourd une fois ouvert.');
    };
    file.start();
  });
  archive.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += SLICE_BYTES)
    archive.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length);
}

function showCell(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

async function readText(bytes: Buffer, isNamedText: boolean): Promise<string[][]> {
  const type = await fileTypeFromBuffer(bytes);
  if (type || !isNamedText || bytes.subarray(0, 4_096).includes(0))
    throw unreadable(
      isNamedText
        ? 'Ce fichier s’appelle .csv mais n’en est pas un : dans votre tableur, choisissez « Enregistrer sous » puis CSV ou XLSX.'
        : 'Envoyez un fichier CSV ou XLSX. Un ancien classeur .xls s’enregistre en .xlsx depuis votre tableur.',
    );
  const text = decode(bytes);
  try {
    return parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(
      `Ligne ${error.lines ?? '?'} : un guillemet ouvert n’est pas fermé, ou un texte suit un guillemet fermé.`,
    );
  }
}

/** UTF-8 when it is valid, else what French spreadsheets write on Windows. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The sign that parts the headers most often. */
function findDelimiter(text: string): string {
  const titles = text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const unquoted = titles.replace(/"[^"]*"/g, '');
  const count = (sign: string) => unquoted.split(sign).length;
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';';
}
