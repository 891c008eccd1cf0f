// npm run check: everything that must hold before a commit, short of running the tests.
import { join } from 'node:path';
import { run } from './command.mjs';
import { install } from './install.mjs';
import { root } from './repository.mjs';

/** @param {string} path @param {string[]} args */
const node = (path, ...args) => run(process.execPath, [join(root, 'node_modules', path), ...args]);

/** @type {[string, () => Promise<unknown>][]} */
const steps = [
  ['dependencies', () => install(() => {})],
  ['Prisma client', async () => (await import('./generate.mjs')).generate()],
  ['types', () => node('typescript/bin/tsc', '-b')],
  [
    'format and lint',
    () => node('@biomejs/biome/bin/biome', 'ci', '--colors=off', '--diagnostic-level=warn', '.'),
  ],
  [
    'who imports whom',
    () =>
      node(
        'dependency-cruiser/bin/dependency-cruise.mjs',
        ...['--config', '.dependency-cruiser.mjs', '--output-type', 'err-long'],
        ...['packages', 'apps', 'ops', 'tests'],
      ),
  ],
  ['dead code and dependencies', () => node('knip/bin/knip.js')],
  ['migrations match the schema', refuseDrift],
];

async function refuseDrift() {
  const { diffWithSchema, prepareDatabase } = await import('./migrate.mjs');
  const { withScratchPostgres } = await import('./scratch-postgres.mjs');
  const missing = await withScratchPostgres(async (url) => {
    await prepareDatabase(url, 'check');
    return diffWithSchema(url);
  });
  if (missing !== '') {
    throw new Error(
      `The migrations do not lead to prisma/schema. Run npm run db:draft -- <name>. Missing:\n${missing}`,
    );
  }
}

let failures = 0;
for (const [name, work] of steps) {
  const start = Date.now();
  try {
    await work();
    console.log(`ok      ${name} (${seconds(start)})`);
  } catch (error) {
    failures += 1;
    console.log(`FAILED  ${name} (${seconds(start)})`);
    console.log(error instanceof Error ? error.message : error);
  }
}
console.log(failures === 0 ? 'All checks pass.' : `${failures} check(s) failed.`);
process.exitCode = failures === 0 ? 0 : 1;

/** @param {number} start */
function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
