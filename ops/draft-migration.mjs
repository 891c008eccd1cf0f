import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { diffWithSchema, migrationsDir, prepareDatabase } from './migrate.mjs';
import { root } from './repository.mjs';
import { withScratchPostgres } from './scratch-postgres.mjs';

const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: npm run db:draft -- name_in_snake_case');
  process.exit(2);
}

const script = await withScratchPostgres(async (url) => {
  await prepareDatabase(url, 'draft');
  return diffWithSchema(url);
});
if (script === '') {
  console.log('prisma/schema says nothing that the migrations do not do already.');
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join(migrationsDir, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `${script}\n`);
  writeFileSync(
    join(migrationsDir, 'migration_lock.toml'),
    '# Written by ops/draft-migration.mjs, read by the migration engine.\nprovider = "postgresql"\n',
  );
  console.log(`${relative(root, folder)}/migration.sql`);
}
