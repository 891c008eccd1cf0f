import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { root } from './repository.mjs';
import { hashContents, isStamped, stamp } from './stamp.mjs';

/**
 * Installs the dependencies of the lockfile with the pnpm that package.json pins, unless that is
 * done already. Imports only Node itself: it runs before anything is installed.
 * @param {(message: string) => void} [say]
 * @returns {Promise<void>}
 */
export async function install(say = console.log) {
  const manifests = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`),
  );
  const hash = hashContents([
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'tests/package.json',
    ...manifests,
  ]);
  if (isStamped('install', hash) && existsSync(join(root, 'node_modules/.modules.yaml'))) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  say('Installation des dépendances…');
  // CI: pnpm asks no question, for instance before it replaces a node_modules made otherwise.
  await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
    env: { CI: 'true' },
  });
  stamp('install', hash);
}
