import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '@jalon/api';
import type { Answer, Problem, Request, RouteKey } from '@jalon/contract';
import type { Member } from './centre-builder.ts';

/** What came back: the answer as the contract types it, or the problem. */
export interface Response<K extends RouteKey> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Answer<K>;
  readonly problem: Problem;
  readonly bytes: Uint8Array;
}

export type Call<Only extends RouteKey = RouteKey> = <K extends Only>(
  key: K,
  request?: Partial<Request<K>> | Record<string, unknown>,
  caller?: Member | null,
) => Promise<Response<K>>;

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The address of a route with its parameters filled in. */
function addressOf(key: string, { params = {}, query = {} }: Parts): string {
  const path = key.slice(key.indexOf(' ') + 1);
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? `:${name}`),
  );
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  return `/api${filled}${search ? `?${search}` : ''}`;
}

/** A client that logs members in by opening a login session for them, once each and centre. */
export function createClient(url: string, secret: string, db: Database): Call {
  const cookies = new Map<string, string>();
  const cookieOf = async (member: Member): Promise<string> => {
    const desk = `${member.centreId} ${member.userId}`;
    const known = cookies.get(desk);
    if (known) return known;
    const cookie = await openLoginSession(db, secret, member);
    cookies.set(desk, cookie);
    return cookie;
  };
  return async (key, request = {}, caller = null) => {
    const parts = request as Parts;
    const headers: Record<string, string> = {};
    if (caller) headers.cookie = await cookieOf(caller);
    if (parts.body !== undefined) headers['content-type'] = 'application/json';
    const answer = await fetch(url + addressOf(key, parts), {
      method: key.slice(0, key.indexOf(' ')),
      headers,
      ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isJson = answer.headers.get('content-type')?.includes('json');
    const body = isJson ? JSON.parse(Buffer.from(bytes).toString()) : null;
    return { status: answer.status, headers: answer.headers, body, problem: body, bytes };
  };
}

/** A login session and its signed cookie, as the login page would have made them. */
export async function openLoginSession(
  db: Database,
  secret: string,
  member: Member,
): Promise<string> {
  const token = randomBytes(24).toString('hex');
  await db.system.loginSession.create({
    data: {
      id: randomBytes(12).toString('hex'),
      token,
      userId: member.userId,
      activeCentreId: member.centreId,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `jalon.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
