// npm start: the whole of Jalon on one machine. Runs before anything is installed, so everything
// that needs a dependency is imported after the installation.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stopRunningCommands } from './command.mjs';
import {
  forgetApiProcess,
  lockDataDir,
  noteApiProcess,
  openDataDir,
  readOrCreateSecret,
  stopLeftoverApi,
} from './data-dir.mjs';
import { install } from './install.mjs';
import { root } from './repository.mjs';
import { startServer, waitUntilHealthy } from './server-process.mjs';

/** What was started, to be stopped in the opposite order. @type {(() => unknown)[]} */
const stops = [];
/** @type {Promise<never> | undefined} */
let ending;

/**
 * Stops everything that runs, then leaves. Asking twice changes nothing: a terminal and npm both
 * pass Ctrl-C on.
 * @param {number} code
 */
function end(code) {
  ending ??= (async () => {
    stopRunningCommands();
    for (const stop of stops.reverse()) await stop();
    process.exit(code);
  })();
  return ending;
}

/** @param {unknown} error */
async function fail(error) {
  if (ending) return;
  console.error(`\n${error instanceof Error ? error.message : error}`);
  await end(1);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => end(0));
}
// A closed terminal must not turn the orderly stop into a crash.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
watchParent();

try {
  await start();
} catch (error) {
  await fail(error);
}

async function start() {
  requireNode(20, 19);
  const port = readPort(process.env.PORT ?? '3000');
  const dataDir = openDataDir(process.env);
  stops.push(await lockDataDir(dataDir));
  await stopLeftoverApi(dataDir);
  await requireFreePort(port);

  await install();
  const secret = readOrCreateSecret(dataDir, process.env);
  const database = await openDatabase(dataDir);
  const { prepareDatabase } = await import('./migrate.mjs');
  const { addressOnly } = await import('./roles.mjs');
  const applied = await prepareDatabase(database.url, secret);
  if (applied.length > 0) console.log(`Base de données à jour (${applied.length} migration(s)).`);

  const { build } = await import('./build.mjs');
  await build();

  const env = {
    DATABASE_URL: addressOnly(database.url),
    JALON_SECRET: secret,
    JALON_DATA_DIR: dataDir,
    PORT: String(port),
    JALON_ROLES: process.env.JALON_ROLES ?? 'http,worker',
  };
  const { openDemonstration } = await import('./demonstration.mjs');
  const isWanted = process.env.JALON_DEMO !== '0';
  const hasDemonstration = await openDemonstration(database.url, { isWanted, env });

  const server = startServer({ logFile: join(dataDir, 'jalon.log'), env });
  noteApiProcess(dataDir, server.pid);
  stops.push(async () => {
    await server.stop();
    forgetApiProcess(dataDir);
  });
  server.exited.then((how) => fail(`${server.lastLines()}\n\nJalon s’est arrêté (${how}).`));
  await waitUntilHealthy(server, port);

  console.log(`\nJalon est prêt : http://localhost:${port}`);
  if (hasDemonstration) await printAccounts();
  for (const sentence of server.sentences) console.log(`\n${sentence}`);
  console.log(`\nDonnées : ${dataDir}\nPour arrêter : Ctrl-C`);
}

/**
 * The database of DATABASE_URL, or the embedded one.
 * @param {string} dataDir
 * @returns {Promise<{ url: string }>}
 */
async function openDatabase(dataDir) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL };
  const { startPostgres } = await import('./postgres.mjs');
  const postgres = await startPostgres({ dataDir });
  stops.push(postgres.stop);
  postgres.exited.then((how) =>
    fail(`PostgreSQL s’est arrêté (${how}). Journal : ${postgres.logFile}`),
  );
  if (!postgres.clusterDir.startsWith(dataDir)) {
    console.log(`La base de données est dans ${postgres.clusterDir}.`);
  }
  return postgres;
}

async function printAccounts() {
  const file = join(root, 'apps/api/dist/seed/accounts.js');
  const { demonstrationAccounts, demonstrationPassword } = await import(pathToFileURL(file).href);
  console.log(`\nComptes de démonstration (mot de passe : ${demonstrationPassword}) :`);
  for (const { email, givenName, birthName, centre } of demonstrationAccounts) {
    console.log(`  ${email.padEnd(34)} ${givenName} ${birthName}, ${centre}`);
  }
}

/**
 * @param {number} major
 * @param {number} minor
 */
function requireNode(major, minor) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new Error(
    `Jalon demande Node ${major}.${minor} ou plus récent ; celui-ci est ${process.version}.`,
  );
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`PORT doit être un nombre entre 1 et 65535, pas « ${text} ».`);
}

/** @param {number} port */
function requireFreePort(port) {
  return new Promise((settle, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const taken = `Le port ${port} est déjà pris par un autre programme. Choisissez-en un autre : PORT=${port + 1} npm start`;
      const refused = `Le port ${port} ne peut pas être ouvert (${error.code}).`;
      reject(new Error(error.code === 'EADDRINUSE' ? taken : refused));
    });
    probe.listen(port, () => probe.close(settle));
  });
}

/** Killed alone, npm leaves its script running: the script then ends by itself. */
function watchParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end(0);
  }, 500).unref();
}
