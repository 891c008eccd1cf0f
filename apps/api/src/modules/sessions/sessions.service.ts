import type { Input, Output } from '@jalon/contract';
import type { Role } from '@jalon/domain';
import { Inject, Injectable } from '@nestjs/common';
import { AccessLinks } from '../../auth/access-links.ts';
import type { Actor, Visit } from '../../auth/actor.ts';
import type { Identity } from '../../auth/identity.ts';
import { LinkRequests } from '../../auth/link-requests.ts';
import { LoginAttempts } from '../../auth/login-attempts.ts';
import { LoginSessions } from '../../auth/login-sessions.ts';
import { Passwords } from '../../auth/passwords.ts';
import { Database } from '../../db/database.ts';
import { DomainError, notFound } from '../../http/domain-error.ts';
import { visitHeaders } from '../../http/visit.ts';
import { IDENTITY } from '../../platform-tokens.ts';

type CurrentSession = Output<'GET /sessions/current'>;

/** An answer with the cookies that go with it. */
interface WithCookies<T> {
  readonly answer: T;
  readonly cookies: readonly string[];
}

const wrongCredentials = () =>
  new DomainError('wrong_credentials', 'Vérifiez l’adresse et le mot de passe, puis réessayez.');

@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly links: AccessLinks,
    private readonly linkRequests: LinkRequests,
    private readonly loginSessions: LoginSessions,
    private readonly attempts: LoginAttempts,
    private readonly passwords: Passwords,
    @Inject(IDENTITY) private readonly identity: Identity,
  ) {}

  async open(input: Input<'POST /sessions'>, visit: Visit): Promise<WithCookies<CurrentSession>> {
    const { email, password } = input.body;
    await this.attempts.count(email, visit.ipAddress);
    const signedIn = await this.signIn(email, password, visit);
    const memberships = await this.db.system.membership.findMany({
      where: { userId: signedIn.userId, endedAt: null },
      orderBy: { createdAt: 'asc' },
    });
    const first = memberships[0];
    if (!first) throw wrongCredentials();
    await this.db.system.loginSession.update({
      where: { token: signedIn.token },
      data: { activeCentreId: first.centreId },
    });
    await this.attempts.forget(email, visit.ipAddress);
    await this.db.note(first.centreId, signedIn.userId, {
      action: 'login-session.opened',
      subjectId: first.id,
    });
    const answer = await this.describe(signedIn.userId, first.centreId);
    return { answer, cookies: signedIn.cookies };
  }

  /** A link opens exactly the one role and the one place it was made for. */
  async openLink(
    input: Input<'POST /access-links/open'>,
    cookies: Record<string, string | undefined>,
    visit: Visit,
  ): Promise<WithCookies<{ path: string }>> {
    await this.attempts.count(input.body.token, visit.ipAddress);
    const visitor = await this.loginSessions.findActor(cookies);
    const link = await this.links.consume(input.body.token, visitor);
    if (link.isHolder) return { answer: { path: link.path }, cookies: [] };
    const { headers } = await this.identity.api.openAccessLink({
      body: { userId: link.userId, centreId: link.centreId, role: link.role },
      headers: visitHeaders(visit),
      returnHeaders: true,
    });
    await this.db.note(link.centreId, link.userId, {
      action: 'access-link.opened',
      subjectId: link.id,
      data: { role: link.role },
    });
    return { answer: { path: link.path }, cookies: headers.getSetCookie() };
  }

  /** Answers the same whether the address is known or not. */
  async requestLink(
    { body }: Input<'POST /access-links/request'>,
    visit: Visit,
  ): Promise<{ done: true }> {
    await this.attempts.count(`link:${body.email}`, visit.ipAddress);
    await this.linkRequests.send(body.email);
    return { done: true };
  }

  async renewLink(
    { body }: Input<'POST /access-links/renew'>,
    visit: Visit,
  ): Promise<{ sentTo: string }> {
    await this.attempts.count(`renew:${body.token}`, visit.ipAddress);
    return this.links.renew(body.token);
  }

  /** Answers the same whether the address is known or not. */
  async requestPassword(
    { body }: Input<'POST /passwords/requests'>,
    visit: Visit,
  ): Promise<{ done: true }> {
    await this.attempts.count(`password:${body.email}`, visit.ipAddress);
    await this.passwords.request(body.email);
    return { done: true };
  }

  async choosePassword({ body }: Input<'POST /passwords'>, visit: Visit): Promise<{ done: true }> {
    await this.attempts.count(`choose:${body.token}`, visit.ipAddress);
    await this.passwords.choose(body.token, body.password);
    return { done: true };
  }

  current(actor: Actor): Promise<CurrentSession> {
    return this.describe(actor.userId, actor.centreId, actor.roles);
  }

  async close(actor: Actor): Promise<{ done: true }> {
    await this.db.system.loginSession.deleteMany({ where: { id: actor.sessionId } });
    await this.db.note(actor.centreId, actor.userId, {
      action: 'login-session.closed',
      subjectId: actor.sessionId,
    });
    return { done: true };
  }

  async closeAll(actor: Actor): Promise<{ done: true }> {
    const { count } = await this.db.system.loginSession.deleteMany({
      where: { userId: actor.userId },
    });
    await this.db.note(actor.centreId, actor.userId, {
      action: 'login-session.all-closed',
      subjectId: actor.sessionId,
      data: { count },
    });
    return { done: true };
  }

  async changeCentre(
    actor: Actor,
    input: Input<'POST /sessions/current/centre'>,
  ): Promise<CurrentSession> {
    const { centreId } = input.body;
    const { count } = await this.db.system.loginSession.updateMany({
      where: {
        id: actor.sessionId,
        limitedRole: null,
        user: { memberships: { some: { centreId, endedAt: null } } },
      },
      data: { activeCentreId: centreId },
    });
    if (count === 0) throw notFound('Ce centre');
    return this.describe(actor.userId, centreId);
  }

  private async signIn(email: string, password: string, visit: Visit) {
    try {
      const { headers, response } = await this.identity.api.signInEmail({
        body: { email, password },
        headers: visitHeaders(visit),
        returnHeaders: true,
      });
      return {
        userId: response.user.id,
        token: response.token,
        cookies: headers.getSetCookie(),
      };
    } catch (error) {
      // better-auth answers 401 for an unknown address and a wrong password alike.
      throw error instanceof Error && error.name === 'APIError' ? wrongCredentials() : error;
    }
  }

  private async describe(
    userId: string,
    centreId: string,
    only?: readonly Role[],
  ): Promise<CurrentSession> {
    const memberships = await this.db.system.membership.findMany({
      where: { userId, endedAt: null },
      include: { user: true, centre: true },
    });
    const here = memberships.filter((membership) => membership.centreId === centreId);
    const first = here[0];
    if (!first) throw notFound('Ce centre');
    const others = new Map(
      memberships
        .filter((membership) => membership.centreId !== centreId)
        .map(({ centre }) => [centre.id, { id: centre.id, name: centre.name }]),
    );
    return {
      userName: first.user.name,
      email: first.user.email,
      personId: first.personId,
      centre: { id: centreId, name: first.centre.name },
      roles: here.map(({ role }) => role).filter((role) => !only || only.includes(role)),
      otherCentres: only && only.length < here.length ? [] : [...others.values()],
    };
  }
}
