import { createHmac, timingSafeEqual } from 'node:crypto';
import { formatSpokenName, type Role } from '@jalon/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { CONFIG } from '../platform-tokens.ts';
import type { Actor } from './actor.ts';

type Cookies = Record<string, string | undefined>;

interface SessionRow {
  session_id: string;
  user_id: string;
  given_name: string;
  birth_name: string;
  usage_name: string | null;
  centre_id: string;
  person_id: string;
  role: Role;
  is_to_mark: boolean;
}

/**
 * From a cookie to an actor, in one prepared statement: it runs before every request. A login ends
 * after fourteen days without use, and on its last day (`Identity`) whatever its use: `updated_at` is
 * the day it was last used, marked once a day.
 */
@Injectable()
export class LoginSessions {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The actor behind the cookie, or `null` when nobody is logged in or the login was revoked. */
  async findActor(cookies: Cookies): Promise<Actor | null> {
    const token = this.readToken(cookies);
    if (!token) return null;
    const rows = await this.db.systemRead<SessionRow>({
      name: 'find-actor',
      text: FIND_ACTOR,
      values: [token],
    });
    const first = rows[0];
    if (!first) return null;
    if (first.is_to_mark)
      await this.db.systemRead({ name: 'mark-use', text: MARK_USE, values: [first.session_id] });
    return {
      sessionId: first.session_id,
      userId: first.user_id,
      name: nameOf(first),
      centreId: first.centre_id,
      personId: first.person_id,
      roles: rows.map((row) => row.role),
    };
  }

  /** The session token, if the cookie carries our signature. */
  readToken(cookies: Cookies): string | null {
    const signed = cookies['jalon.session_token'] ?? cookies['__Secure-jalon.session_token'];
    if (!signed) return null;
    const dot = signed.lastIndexOf('.');
    if (dot < 1) return null;
    const token = signed.slice(0, dot);
    const expected = createHmac('sha256', this.config.secret).update(token).digest();
    const given = Buffer.from(signed.slice(dot + 1), 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
  }
}

/** As this centre knows them: a login is global, a name is not. */
const nameOf = ({ given_name, birth_name, usage_name }: SessionRow): string =>
  formatSpokenName({ givenName: given_name, birthName: birth_name, usageName: usage_name });

const FIND_ACTOR = `
  select s.id as session_id, s.user_id, p.given_name, p.birth_name, p.usage_name,
         m.centre_id, m.person_id, m.role,
         s.updated_at < now() - interval '1 day' as is_to_mark
    from login_session s
    join membership m on m.user_id = s.user_id and m.centre_id = s.active_centre_id
    join person p on p.centre_id = m.centre_id and p.id = m.person_id
   where s.token = $1
     and s.expires_at > now()
     and s.updated_at > now() - interval '14 days'
     and m.ended_at is null
     and (s.limited_role is null or s.limited_role = m.role)
   order by m.role`;

const MARK_USE = 'update login_session set updated_at = now() where id = $1';
