// npm run bench -- [names] [--json]: measures the application as it is built, against a floor in the
// same run. Exits with 1 when a figure falls short.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './repository.mjs';

// What prepares the run speaks on the error output: the other carries figures alone.
await install(console.error);
const { build } = await import('./build.mjs');
await build(console.error);
const { ensureTestTools } = await import('./test-tools.mjs');
const { chromium } = await ensureTestTools(console.error);
const child = spawn(
  process.execPath,
  [join(root, 'tests/bench/main.mjs'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...('path' in chromium ? { JALON_CHROMIUM: chromium.path } : {}) },
  },
);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
