import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Tinypool } from 'tinypool';
import { LOGGER } from '../platform-tokens.ts';

/** A rendered document. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** How long the process waits for another document before it ends and gives its memory back. */
const idleMilliseconds = 30_000;

/**
 * Draws documents from the Typst templates beside this file, which anyone may edit. A template reads
 * its data from `sys.inputs.data` (JSON). Same template and data, same bytes. One process draws them
 * in turn, so that requests go on being answered meanwhile.
 */
@Injectable()
export class TypstRenderer {
  private readonly pool = new Tinypool({
    filename: new URL('./draw-document.mjs', import.meta.url).href,
    runtime: 'child_process',
    // As bytes, not as JSON.
    serialization: 'advanced',
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMilliseconds,
    // The flags and secrets of the server are not for it.
    execArgv: [],
    env: {},
  });

  constructor(@Inject(LOGGER) log: Logger) {
    this.pool.on('error', (error) => log.warn({ err: error }, 'the process of documents ended'));
  }

  /**
   * @param data what the template shows, as JSON
   * @throws Error with the template's own message when it does not compile
   */
  render(template: string, data: unknown, at: Date): Promise<RenderedPdf> {
    return this.pool.run({
      template,
      data: JSON.stringify(data),
      createdAt: Math.floor(at.getTime() / 1000),
    });
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}
