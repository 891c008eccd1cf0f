import pg from 'pg';

/**
 * A connection that takes its queries one after the other. Prisma's adapter sends those of nested
 * includes together on the connection of an interactive transaction; `pg` queues them, warns that it
 * will no longer do so in version 9, and would then refuse (github.com/prisma/orm, pull requests
 * 29468 and 29979, open). Prisma waits for its promises, so waiting in turn changes nothing for it.
 */
export class SerialClient extends pg.Client {
  private last: Promise<unknown> = Promise.resolve();

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg are passed through as they are
  override query(...args: any[]): any {
    const send = () => Reflect.apply(super.query, this, args);
    // With a callback or a stream, as the pool itself asks, nothing is promised: passed straight on.
    const isPromised = typeof args.at(-1) !== 'function' && typeof args[0]?.submit !== 'function';
    if (!isPromised) return send();
    const result = this.last.then(send);
    this.last = result.catch(() => {});
    return result;
  }
}
