import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';

/**
 * Runs `work` with an empty PostgreSQL that vanishes afterwards.
 * @template T
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withScratchPostgres(work) {
  const dataDir = mkdtempSync(join(tmpdir(), 'jalon-scratch-'));
  try {
    const postgres = await startPostgres({ dataDir, durable: false });
    try {
      return await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
