/**
 * One measured figure. `limit` is null for one that is only told.
 * @typedef {object} Figure
 * @property {string} bench
 * @property {string} metric
 * @property {number} value
 * @property {number | null} limit
 * @property {string} unit
 * @property {boolean} ok
 */

const round = (/** @type {number} */ value) => Math.round(value * 1000) / 1000;

/**
 * A figure that must not exceed its limit.
 * @param {string} metric
 * @param {number} value
 * @param {number} limit
 * @param {string} unit
 */
export const atMost = (metric, value, limit, unit) => ({
  metric,
  value: round(value),
  limit,
  unit,
  ok: value <= limit,
});

/**
 * A figure that must reach its limit.
 * @param {string} metric
 * @param {number} value
 * @param {number} limit
 * @param {string} unit
 */
export const atLeast = (metric, value, limit, unit) => ({
  metric,
  value: round(value),
  limit,
  unit,
  ok: value >= limit,
});

/**
 * A figure that is told beside the others and has no limit.
 * @param {string} metric
 * @param {number} value
 * @param {string} unit
 */
export const told = (metric, value, unit) => ({
  metric,
  value: round(value),
  limit: null,
  unit,
  ok: true,
});

/** @param {Figure} figure */
export const isShort = (figure) => !figure.ok;

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * The figures as a table for people.
 * @param {readonly Figure[]} figures
 */
export function figuresTable(figures) {
  const rows = figures.map(({ bench, metric, value, limit, unit, ok }) => [
    bench,
    metric,
    `${value} ${unit}`,
    limit === null ? '' : `${limit} ${unit}`,
    limit === null ? '' : ok ? 'ok' : 'INSUFFISANT',
  ]);
  const lines = [['mesure', 'grandeur', 'valeur', 'limite', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}
