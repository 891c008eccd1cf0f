import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { CONFIG } from '../platform-tokens.ts';

/** Where a file is kept, and its fingerprint. */
export interface StoredFile {
  readonly sha256: string;
  readonly storageKey: string;
  readonly sizeBytes: number;
}

/** Files beside the database, each named after its own content: the same bytes are kept once. */
@Injectable()
export class DocumentStore {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Writes the file, whole or not at all. */
  async put(centreId: string, bytes: Uint8Array): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const storageKey = join(centreId, sha256.slice(0, 2), sha256);
    const path = this.pathOf(storageKey);
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, path);
    return { sha256, storageKey, sizeBytes: bytes.byteLength };
  }

  /** @throws Error when the file is missing or is no longer what was stored */
  async read({
    storageKey,
    sha256,
  }: Pick<StoredFile, 'storageKey' | 'sha256'>): Promise<Uint8Array> {
    const bytes = await readFile(this.pathOf(storageKey));
    const actual = createHash('sha256').update(bytes).digest('hex');
    if (actual !== sha256) throw new Error(`Document ${storageKey} is not what was stored`);
    return new Uint8Array(bytes);
  }

  private pathOf(storageKey: string): string {
    return join(this.config.dataDir, 'documents', storageKey);
  }
}
