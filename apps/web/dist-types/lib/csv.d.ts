type CsvValue = string | number | null;
/**
 * Rows as a CSV that a French spreadsheet opens: `;` between cells, a BOM, decimal comma.
 * A text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export declare function toCsv(headers: readonly string[], rows: readonly (readonly CsvValue[])[]): string;
export {};
