import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './command.mjs';
import { generate } from './generate.mjs';
import { root } from './repository.mjs';
import { hashContents, isStamped, stamp } from './stamp.mjs';

const apiEntry = join(root, 'apps/api/dist/main.js');
const webEntry = join(root, 'apps/web/dist/index.html');

/**
 * Builds the API into apps/api/dist and the web application into apps/web/dist; each only when its
 * sources changed.
 * @param {(message: string) => void} [say]
 * @returns {Promise<void>}
 */
export async function build(say = console.log) {
  await generate();
  await buildApi(say);
  await buildWeb(say);
}

const shared = ['packages', 'tsconfig.base.json', 'pnpm-lock.yaml', 'ops/build.mjs'];
const tests = /\.test\.tsx?$|\.tsbuildinfo$/;

/**
 * Compiles the planner alone, with the rules that it stands on: what its threads load.
 * @returns {Promise<void>}
 */
export async function buildPlanner() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [tsc, '-b', 'packages/planner']);
}

/** @param {(message: string) => void} say */
async function buildApi(say) {
  const hash = hashContents([...shared, 'apps/api', 'prisma/schema'], { except: tests });
  if (existsSync(apiEntry) && isStamped('build-api', hash)) return;
  say('Compilation de l’API…');
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  // tsc trusts its .tsbuildinfo even when the folder it wrote is gone.
  const force = existsSync(apiEntry) ? [] : ['--force'];
  await run(process.execPath, [
    tsc,
    '-b',
    ...force,
    'packages/domain',
    'packages/contract',
    'packages/planner',
    'apps/api',
  ]);
  copyAssets();
  stamp('build-api', hash);
}

/** tsc only writes JavaScript: templates, fonts and other data follow it. */
function copyAssets() {
  const source = join(root, 'apps/api/src');
  cpSync(source, join(root, 'apps/api/dist'), {
    recursive: true,
    filter: (path) => !/\.tsx?$/.test(path) && !path.includes('/db/generated'),
  });
}

/** @param {(message: string) => void} say */
async function buildWeb(say) {
  if (!existsSync(join(root, 'apps/web/index.html'))) return;
  const hash = hashContents([...shared, 'apps/web'], { except: tests });
  if (existsSync(webEntry) && isStamped('build-web', hash)) return;
  say('Construction de l’interface…');
  const vite = join(root, 'apps/web/node_modules/vite/bin/vite.js');
  await run(process.execPath, [vite, 'build'], {
    cwd: join(root, 'apps/web'),
    env: { NODE_ENV: 'production' },
  });
  stamp('build-web', hash);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
