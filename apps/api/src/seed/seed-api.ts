import { randomBytes } from 'node:crypto';
import type { Answer, Request, RouteKey } from '@jalon/contract';
import type { Actor } from '../auth/actor.ts';
import type { Database } from '../db/database.ts';
import { makeSignature } from './sign-token.ts';

/** Calls the API as one person: the story obeys every rule that people obey. */
export type SeedCall = <K extends RouteKey>(key: K, request?: Request<K>) => Promise<Answer<K>>;

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export class SeedApi {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    private readonly db: Database,
    private readonly secret: string,
  ) {}

  /** @returns the caller; it throws with the problem when the API refuses. */
  as(actor: Pick<Actor, 'userId' | 'centreId'>): SeedCall {
    return async (key, request) => {
      const [method = 'GET', path = ''] = key.split(' ');
      const { params = {}, query = {}, body } = (request ?? {}) as unknown as Parts;
      const filled = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
      const search = new URLSearchParams(query).toString();
      const response = await fetch(`${this.url}/api${filled}?${search}`, {
        method,
        headers: {
          cookie: await this.cookieOf(actor),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok)
        throw new Error(`${key} answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as never;
    };
  }

  private async cookieOf({
    userId,
    centreId,
  }: Pick<Actor, 'userId' | 'centreId'>): Promise<string> {
    const known = this.cookies.get(userId);
    if (known) return known;
    const token = randomBytes(24).toString('hex');
    await this.db.system.loginSession.create({
      data: {
        id: randomBytes(12).toString('hex'),
        token,
        userId,
        activeCentreId: centreId,
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    const cookie = `jalon.session_token=${encodeURIComponent(`${token}.${makeSignature(token, this.secret)}`)}`;
    this.cookies.set(userId, cookie);
    return cookie;
  }

  /** Closes the logins that the story opened. */
  async close(): Promise<void> {
    await this.db.system.loginSession.deleteMany({
      where: { userId: { in: [...this.cookies.keys()] } },
    });
  }
}
