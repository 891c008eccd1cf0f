import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
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

  /** As `put`, a part at a time: a file that is too long to be held. */
  async putParts(centreId: string, parts: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const draft = this.pathOf(join(centreId, `draft.${randomBytes(6).toString('hex')}`));
    await mkdir(dirname(draft), { recursive: true });
    const hash = createHash('sha256');
    let sizeBytes = 0;
    try {
      await pipeline(
        parts,
        async function* (source) {
          for await (const part of source) {
            hash.update(part);
            sizeBytes += part.byteLength;
            yield part;
          }
        },
        createWriteStream(draft),
      );
      const sha256 = hash.digest('hex');
      const storageKey = join(centreId, sha256.slice(0, 2), sha256);
      await mkdir(dirname(this.pathOf(storageKey)), { recursive: true });
      await rename(draft, this.pathOf(storageKey));
      return { sha256, storageKey, sizeBytes };
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /**
   * As `read`, a part at a time, once the whole has been compared with its fingerprint.
   *
   * @throws Error when the file is missing or is no longer what was stored
   */
  async readParts({
    storageKey,
    sha256,
  }: Pick<StoredFile, 'storageKey' | 'sha256'>): Promise<AsyncIterable<Uint8Array>> {
    const hash = createHash('sha256');
    for await (const part of createReadStream(this.pathOf(storageKey))) hash.update(part);
    if (hash.digest('hex') !== sha256)
      throw new Error(`Document ${storageKey} is not what was stored`);
    return createReadStream(this.pathOf(storageKey));
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
