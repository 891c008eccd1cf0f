import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'bullmq';
import pg from 'pg';
import { root } from './repository.mjs';
import { ensureRoles } from './roles.mjs';
import { noFilter, readSchemaFiles, withSchemaEngine } from './schema-engine.mjs';

const emptyDiff = '-- This is an empty migration.';

/** The folder of the migrations, in the layout of `prisma migrate deploy`. */
export const migrationsDir = join(root, 'prisma/migrations');

/**
 * Applies every migration that the database has not had, with Prisma's own engine: the table
 * `_prisma_migrations` is the one `prisma migrate deploy` writes. A failing migration is rolled back
 * whole and recorded as failed.
 * @param {string} ownerUrl
 * @param {string} [folder]
 * @returns {Promise<string[]>} the names of the migrations applied now
 */
export async function applyMigrations(ownerUrl, folder = migrationsDir) {
  const result = await withSchemaEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList: readMigrations(folder), filters: noFilter }),
  );
  return result.appliedMigrationNames;
}

/**
 * Makes the database of `ownerUrl` ready for the application: roles first, since the migrations
 * grant to them.
 * @param {string} ownerUrl
 * @param {string} secret
 * @returns {Promise<string[]>} the names of the migrations applied now
 */
export async function prepareDatabase(ownerUrl, secret) {
  await ensureRoles(ownerUrl, secret);
  const applied = await applyMigrations(ownerUrl);
  await prepareQueue(ownerUrl);
  return applied;
}

/**
 * The queue's tables, by BullMQ's own migrations, for use by the system role: the application's
 * processes never log in as the owner. The grants come back each time, for tables of a new version.
 * @param {string} ownerUrl
 */
async function prepareQueue(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await runMigrations(owner, 'jobs');
    await owner.query(`
      grant usage on schema jobs to jalon_system;
      grant select, insert, update, delete on all tables in schema jobs to jalon_system;
      grant usage, select on all sequences in schema jobs to jalon_system;
      grant execute on all functions in schema jobs to jalon_system`);
  } finally {
    await owner.end();
  }
}

/**
 * The SQL that leads from the database of `url` to prisma/schema, or '' when they are equal.
 * @param {string} url
 * @returns {Promise<string>}
 */
export async function diffWithSchema(url) {
  const files = readSchemaFiles();
  const result = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: join(root, 'prisma') },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: noFilter,
    }),
  );
  const script = (result.stdout ?? '').trim();
  return script === emptyDiff ? '' : script;
}

/** @param {string} folder */
function readMigrations(folder) {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  const lockfile = join(folder, 'migration_lock.toml');
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: /** @type {const} */ ('ok'),
          value: readFileSync(join(folder, name, 'migration.sql'), 'utf8'),
        },
      },
    })),
  };
}
