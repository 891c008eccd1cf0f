import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './repository.mjs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed broken suites included
 * @property {{ name: string, file: string }[]} skipped
 */

/**
 * Reads what Jest wrote with --json. A suite that could not run counts as one failed test; so does
 * a Jest that wrote nothing, or that failed without naming a test.
 * @param {string} file
 * @param {boolean} endedWell whether Jest's exit code was 0
 * @returns {Count}
 */
export function readCount(file, endedWell) {
  if (!existsSync(file)) return { passed: 0, failed: endedWell ? 0 : 1, skipped: [] };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  /** @type {Count['skipped']} */
  const skipped = [];
  for (const suite of result.testResults) {
    for (const test of suite.assertionResults) {
      if (['pending', 'todo', 'disabled', 'skipped'].includes(test.status)) {
        skipped.push({ name: test.fullName, file: relative(root, suite.name) });
      }
    }
  }
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && !endedWell ? 1 : failed,
    skipped,
  };
}

/**
 * The last line of `npm test`.
 * @param {Count} count
 */
export function lastLine({ passed, failed, skipped }) {
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  return `${passed} passed, ${failed} failed${tail}`;
}
