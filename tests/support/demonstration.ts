import { join } from 'node:path';
import type { Config } from '@jalon/api';
import { run } from '../../ops/command.mjs';
import { root } from '../../ops/repository.mjs';

/** Puts the demonstration into an empty database, as `npm start` does. The API is built already. */
export async function seedDemonstration({ databaseUrl, secret, dataDir }: Config): Promise<void> {
  await run(process.execPath, [join(root, 'apps/api/dist/seed/seed.js')], {
    env: { DATABASE_URL: databaseUrl, JALON_SECRET: secret, JALON_DATA_DIR: dataDir },
  });
}
