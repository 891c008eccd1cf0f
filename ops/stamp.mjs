import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './repository.mjs';

const ignored = new Set(['node_modules', 'dist', 'dist-types', 'generated', '.artifacts']);

/**
 * A hash of the contents of files and folders of the repository: what a step's result depends on.
 * Names count, dates do not. Missing paths are skipped.
 * @param {string[]} paths relative to the root
 * @param {{ except?: RegExp }} [options]
 * @returns {string}
 */
export function hashContents(paths, { except } = {}) {
  const hash = createHash('sha256')
    .update(process.version)
    .update(`${process.platform}${process.arch}`);
  const visit = (/** @type {string} */ path) => {
    const full = join(root, path);
    if (!existsSync(full) || except?.test(path)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!ignored.has(name)) visit(`${path}/${name}`);
    } else {
      hash.update(path).update('\0').update(readFileSync(full)).update('\0');
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/** @param {string} step */
const stampFile = (step) => join(root, 'node_modules/.cache/jalon', step);

/**
 * Whether the step last ended well with this very hash.
 * @param {string} step
 * @param {string} hash
 */
export function isStamped(step, hash) {
  const file = stampFile(step);
  return existsSync(file) && readFileSync(file, 'utf8') === hash;
}

/**
 * Notes that the step ended well.
 * @param {string} step
 * @param {string} hash
 */
export function stamp(step, hash) {
  const file = stampFile(step);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}
