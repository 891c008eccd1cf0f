import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How the PostgreSQL programs are run, and where.
 * @typedef {object} PostgresAccount
 * @property {'self' | 'namespace' | 'other'} kind
 * @property {string} home folder that holds the cluster
 * @property {string} binaries folder of initdb and postgres
 * @property {number} owner user id that must own the cluster's files, as seen from here
 * @property {{ uid?: number, gid?: number }} identity spawn options
 * @property {(program: string, args: string[]) => [string, string[]]} command
 */

/**
 * PostgreSQL refuses to run as root. As a normal user it simply runs. As root we give it a user
 * namespace in which root's files appear to belong to an ordinary account: nothing changes owner,
 * and folders that only root can enter (/root, a 0700 clone) stay usable. Where namespaces are
 * forbidden (most containers) it runs as another account, from places that account can read.
 * @param {{ dataDir: string, binaries: string }} places
 * @returns {PostgresAccount}
 */
export function choosePostgresAccount({ dataDir, binaries }) {
  if (process.getuid?.() !== 0) {
    return {
      kind: 'self',
      home: dataDir,
      binaries,
      owner: process.getuid?.() ?? 0,
      identity: {},
      command: (program, args) => [program, args],
    };
  }
  const account = findOrdinaryAccount();
  const unshare = ['--user', `--map-user=${account.uid}`];
  if (canRun('unshare', [...unshare, join(binaries, 'initdb'), '--version'])) {
    if (canRun('unshare', [...unshare, 'test', '-w', dataDir])) {
      return {
        kind: 'namespace',
        home: dataDir,
        binaries,
        owner: 0,
        identity: {},
        command: (program, args) => ['unshare', [...unshare, program, ...args]],
      };
    }
  }
  const identity = { uid: account.uid, gid: account.gid };
  chmodSync(dataDir, 0o711);
  const home = canRun('test', ['-x', dataDir], identity) ? dataDir : readableHome(dataDir);
  return {
    kind: 'other',
    home,
    binaries: canRun(join(binaries, 'initdb'), ['--version'], identity)
      ? binaries
      : copyBinaries(binaries),
    owner: account.uid,
    identity,
    command: (program, args) => [program, args],
  };
}

/**
 * initdb looks its user up by name, so the id must exist in /etc/passwd: bare images have no 1000.
 * @returns {{ uid: number, gid: number }}
 */
function findOrdinaryAccount() {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0);
  const found =
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody') ??
    accounts[0];
  if (!found) throw new Error('Aucun compte ordinaire dans /etc/passwd pour PostgreSQL.');
  return found;
}

const sharedHome = '/var/lib/jalon';

/** @param {string} dataDir */
function readableHome(dataDir) {
  const home = join(sharedHome, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  return home;
}

/** @param {string} binaries `native/bin` of the package; its `lib` and `share` lie beside it */
function copyBinaries(binaries) {
  const native = join(binaries, '..');
  const name = createHash('sha256').update(native).digest('hex').slice(0, 16);
  const copy = join(sharedHome, `postgres-${name}`);
  if (!existsSync(join(copy, 'complete'))) {
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(copy, 'complete'));
  }
  return join(copy, 'bin');
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ uid?: number, gid?: number }} [identity]
 */
function canRun(program, args, identity = {}) {
  return spawnSync(program, args, { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
}
