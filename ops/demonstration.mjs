import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { run } from './command.mjs';
import { root } from './repository.mjs';
import { roleUrl } from './roles.mjs';
import { readSchemaFiles } from './schema-engine.mjs';

/** How long another seed of the same database may take to end, for instance one just interrupted. */
const patience = '20s';
const lockNotAvailable = '55P03';

/**
 * What a database is to the demonstration. The mark is in the database itself: `unfinished` means
 * that a seed began in it, in an empty database, and was cut short.
 * @typedef {'empty' | 'unfinished' | 'finished' | 'other'} DemonstrationState
 */

/**
 * Fills the database with the demonstration when it is empty and the demonstration is wanted. A seed
 * cut short is emptied out first, wanted or not; a database that Jalon did not fill itself is left
 * alone.
 * @param {string} ownerUrl
 * @param {{ isWanted: boolean, env: NodeJS.ProcessEnv & { JALON_SECRET: string } }} options `env` of
 * the seed
 * @returns {Promise<boolean>} whether the demonstration is there, and wanted
 * @throws Error with a French sentence when an unfinished demonstration has something else beside
 * it, or when another seed is at work
 */
export async function openDemonstration(ownerUrl, { isWanted, env }) {
  const state = await clearUnfinished(ownerUrl, env.JALON_SECRET);
  if (!isWanted) return false;
  if (state === 'unfinished') {
    throw new Error(
      'Cette base de données contient une démonstration inachevée et autre chose encore : Jalon ' +
        'n’efface que ce qu’il a écrit lui-même. Donnez-lui une autre base (DATABASE_URL), ou démarrez ' +
        'sans la démonstration (JALON_DEMO=0).',
    );
  }
  if (state !== 'empty') return state === 'finished';
  console.log('Préparation de la démonstration…');
  // Cut short, all of it is done again: nothing is lost by not waiting for the disk at each step.
  const PGOPTIONS = `${process.env.PGOPTIONS ?? ''} -c synchronous_commit=off`;
  await run(process.execPath, [...endsWithUs, join(seedDist, 'seed.js')], {
    env: { ...env, PGOPTIONS },
    hasChannel: true,
  });
  return true;
}

const seedDist = join(root, 'apps/api/dist/seed');
const endsWithUs = ['--import', pathToFileURL(join(root, 'ops/exit-with-parent.mjs')).href];

/**
 * Empties a database that holds an unfinished demonstration and nothing else.
 * @param {string} ownerUrl
 * @param {string} secret
 * @returns {Promise<DemonstrationState>} `unfinished` when something else is there too
 */
async function clearUnfinished(ownerUrl, secret) {
  const { demonstrationCentres, seedLock } = await import(
    pathToFileURL(join(seedDist, 'centres.js')).href
  );
  const own = demonstrationCentres.map((/** @type {{ slug: string }} */ { slug }) => slug);
  // Row-level security blinds the owner.
  const system = new pg.Client({ connectionString: roleUrl(ownerUrl, 'jalon_system', secret) });
  await system.connect();
  try {
    const seen = await readState(system);
    if (seen === 'finished' || seen === 'other') return seen;
    await lock(system, seedLock);
    const state = await readState(system);
    if (state !== 'unfinished' || (await holdsSomethingElse(system, own))) return state;
    await emptyTables(ownerUrl);
    return 'empty';
  } finally {
    await system.end();
  }
}

/**
 * @param {pg.Client} system
 * @returns {Promise<DemonstrationState>}
 */
async function readState(system) {
  const { rows } = await system.query(
    `select (select finished_at is not null from demonstration) as is_finished,
            exists (select from centre) or exists (select from "user") as is_filled`,
  );
  const { is_finished, is_filled } = rows[0];
  if (is_finished === null) return is_filled ? 'other' : 'empty';
  return is_finished ? 'finished' : 'unfinished';
}

/**
 * Until the connection ends. The seed holds the same lock.
 * @param {pg.Client} system
 * @param {number} key
 */
async function lock(system, key) {
  try {
    await system.query(`set lock_timeout = '${patience}'`);
    await system.query('select pg_advisory_lock($1)', [key]);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== lockNotAvailable) throw error;
    throw new Error(
      'Un autre Jalon prépare la démonstration dans cette base de données. Attendez qu’il ait fini, puis relancez.',
    );
  }
}

/**
 * Whether anybody put something of their own beside the story: another centre, or someone whose
 * address is a real one (those of the story end in `.example`, which is nobody's).
 * @param {pg.Client} system
 * @param {string[]} own slugs of the demonstration's centres
 */
async function holdsSomethingElse(system, own) {
  const { rows } = await system.query(
    `select exists (select from centre where slug <> all ($1))
         or exists (select from "user" where email not like '%.example')
         or exists (select from person where email not like '%.example') as is_so`,
    [own],
  );
  return rows[0].is_so;
}

/**
 * Every table of prisma/schema, and no other: the database may hold tables of its owner's.
 * @param {string} ownerUrl
 */
async function emptyTables(ownerUrl) {
  const schema = readSchemaFiles().map(({ content }) => content);
  const names = schema.flatMap((text) => [...text.matchAll(/^ {2}@@map\("(\w+)"\)/gm)]);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query(
      `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables
         from pg_tables where schemaname = 'public' and tablename = any ($1)`,
      [names.map(([, name]) => name)],
    );
    await owner.query(`truncate ${rows[0].tables}`);
  } finally {
    await owner.end();
  }
}
