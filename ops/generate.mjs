import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './command.mjs';
import { root } from './repository.mjs';
import { hashContents, isStamped, stamp } from './stamp.mjs';

/**
 * Writes the Prisma client into apps/api/src/db/generated, unless prisma/schema is unchanged.
 * @returns {Promise<void>}
 */
export async function generate() {
  const hash = hashContents(['prisma/schema', 'pnpm-lock.yaml']);
  const written = existsSync(join(root, 'apps/api/src/db/generated/client.ts'));
  if (written && isStamped('generate', hash)) return;
  const prisma = join(root, 'node_modules/prisma/build/index.js');
  await run(process.execPath, [prisma, 'generate', '--schema', 'prisma/schema'], {
    env: {
      // Generating needs no native engine; without this Prisma would download one.
      PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      NO_COLOR: '1',
    },
  });
  stamp('generate', hash);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generate();
