import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Tinypool } from 'tinypool';
import { LOGGER } from '../platform-tokens.ts';

/** A rendered document. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** What the process that draws is given. */
interface Order {
  readonly template: string;
  readonly data: string;
  /** In seconds since 1970. */
  readonly createdAt: number;
}

/** How long the process waits for another document before it ends and gives its memory back. */
const idleMilliseconds = 30_000;

/** How long a document may take: its process is killed then, and the next one starts another. */
const drawingMilliseconds = 30_000;

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

  private last: Promise<unknown> = Promise.resolve();
  private isClosed = false;

  constructor(@Inject(LOGGER) log: Logger) {
    this.pool.on('error', (error) => log.warn({ err: error }, 'the process of documents ended'));
  }

  /**
   * @param data what the template shows, as JSON
   * @throws Error with the template's own message when it does not compile, or when it takes too long
   */
  render(template: string, data: unknown, at: Date): Promise<RenderedPdf> {
    const order = {
      template,
      data: JSON.stringify(data),
      createdAt: Math.floor(at.getTime() / 1000),
    };
    // In turn here, not in the pool: a document's time runs from when it begins to be drawn.
    const drawn = this.last.then(() => this.draw(order));
    this.last = drawn.catch(() => {});
    return drawn;
  }

  /** Once more when the process ended meanwhile: same order, same bytes. */
  private async draw(order: Order): Promise<RenderedPdf> {
    const signal = AbortSignal.timeout(drawingMilliseconds);
    try {
      return await this.drawOnce(order, signal).catch((error: unknown) => {
        if (signal.aborted || !hasProcessEnded(error)) throw error;
        return this.drawOnce(order, signal);
      });
    } catch (error) {
      if (!signal.aborted) throw error;
      const seconds = drawingMilliseconds / 1000;
      throw new Error(`${order.template}.typ was not drawn within ${seconds} s`, { cause: error });
    }
  }

  private async drawOnce(order: Order, signal: AbortSignal): Promise<RenderedPdf> {
    if (this.isClosed) throw new Error(`${order.template}.typ is not drawn: Jalon stops`);
    return this.pool.run(order, { signal });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.pool.destroy();
  }
}

const lostConnection = ['EPIPE', 'ECONNRESET', 'ERR_IPC_CHANNEL_CLOSED', 'ERR_IPC_DISCONNECTED'];

/** The process was killed, or had just been when the order was sent: tinypool's words, or the channel's. */
const hasProcessEnded = (error: unknown): boolean =>
  error instanceof Error &&
  (error.message === 'Worker exited unexpectedly' ||
    ('code' in error && lostConnection.includes(String(error.code))));
