type CsvValue = string | number | null;

/**
 * Rows as a CSV that a French spreadsheet opens: `;` between cells, a BOM, decimal comma.
 * A text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
export function toCsv(headers: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const lines = [headers, ...rows].map((cells) => cells.map(toCell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function toCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
