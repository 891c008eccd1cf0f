import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './command.mjs';

/**
 * A program the tests drive: found, or missing for a reason.
 * @typedef {{ path: string } | { missing: string }} Tool
 */

const wanted = /** @type {const} */ ([
  {
    name: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    places: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    package: 'chromium',
  },
  { name: 'redis', commands: ['redis-server'], places: [], package: 'redis-server' },
]);

/**
 * Finds Chromium and redis-server on the PATH, or installs them where that is ours to do: as root
 * on a Debian system.
 * @param {(message: string) => void} say
 * @returns {Promise<{ chromium: Tool, redis: Tool }>}
 */
export async function ensureTestTools(say) {
  const absent = wanted.filter((tool) => find(tool) === undefined);
  let refusal = 'absent du PATH ; apt n’est disponible qu’en root sous Debian';
  if (absent.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = absent.map((tool) => tool.package);
    say(`Installation de ${packages.join(' et ')} (apt)…`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    try {
      await run('apt-get', ['update', '-q'], { env });
      await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
        env,
      });
    } catch (error) {
      refusal = `apt n’a pas pu l’installer (${error instanceof Error ? error.message : error})`;
    }
  }
  const [chromium, redis] = wanted.map((tool) => {
    const path = find(tool);
    return path === undefined ? { missing: `${tool.package} ${refusal}` } : { path };
  });
  return { chromium: /** @type {Tool} */ (chromium), redis: /** @type {Tool} */ (redis) };
}

/** @param {(typeof wanted)[number]} tool */
function find(tool) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = tool.commands.flatMap((command) => folders.map((dir) => join(dir, command)));
  return [...candidates, ...tool.places].find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
