import type { FileDownload } from '@jalon/contract';
import { stringify } from 'csv-stringify/sync';

type Cell = string | number | null;

/**
 * A CSV that a French spreadsheet opens as it is: UTF-8 with its mark, semicolons. A cell that a
 * spreadsheet would take for a formula is neutralised.
 */
export const csvFile = (
  fileName: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): FileDownload => ({
  fileName,
  bytes: Buffer.from(
    stringify([[...columns], ...rows.map((row) => [...row])], {
      bom: true,
      delimiter: ';',
      escape_formulas: true,
      record_delimiter: 'windows',
    }),
  ),
});
