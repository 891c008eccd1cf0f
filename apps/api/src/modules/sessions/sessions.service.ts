import type { Input, Output } from '@jalon/contract';
import { formatSpokenName, type Role } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { AccessLinks } from '../../auth/access-links.ts';
import { AccessRequests } from '../../auth/access-requests.ts';
import type { Actor, Visit } from '../../auth/actor.ts';
import { Identity } from '../../auth/identity.ts';
import { LoginAttempts } from '../../auth/login-attempts.ts';
import { LoginSessions } from '../../auth/login-sessions.ts';
import { Passwords } from '../../auth/passwords.ts';
import { Database, type DoorWork } from '../../db/database.ts';
import { DomainError, notFound } from '../../http/domain-error.ts';
import { visitHeaders } from '../../http/visit.ts';

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
    private readonly requests: AccessRequests,
    private readonly loginSessions: LoginSessions,
    private readonly attempts: LoginAttempts,
    private readonly passwords: Passwords,
    private readonly identity: Identity,
  ) {}

  async open(input: Input<'POST /sessions'>, visit: Visit): Promise<WithCookies<CurrentSession>> {
    const { email, password } = input.body;
    await this.attempts.count(email, visit.ipAddress);
    const { userId, centreId, cookies } = await this.db.runAtTheDoor(async (unit) => {
      const signedIn = await this.signIn(unit, email, password, visit);
      const first = await unit.tx.membership.findFirst({
        where: { userId: signedIn.userId, endedAt: null },
        orderBy: { createdAt: 'asc' },
      });
      if (!first) throw wrongCredentials();
      const session = await unit.tx.loginSession.update({
        where: { token: signedIn.token },
        data: { activeCentreId: first.centreId },
      });
      const author = { centreId: first.centreId, userId: signedIn.userId, roles: [] };
      unit.audit(author, { action: 'login-session.opened', subjectId: session.id });
      return { ...signedIn, centreId: first.centreId };
    });
    await this.attempts.forget(email, visit.ipAddress);
    return { answer: await this.describe(userId, centreId), cookies };
  }

  /** A link opens exactly the one role and the one place it was made for. */
  async openLink(
    input: Input<'POST /access-links/open'>,
    cookies: Record<string, string | undefined>,
    visit: Visit,
  ): Promise<WithCookies<{ path: string }>> {
    await this.attempts.count(input.body.token, visit.ipAddress);
    const visitor = await this.loginSessions.findActor(cookies);
    return this.db.runAtTheDoor(async (unit) => {
      const link = await this.links.consume(unit.tx, input.body.token, visitor);
      const { centreId, userId, role, path } = link;
      if (link.isHolder) return { answer: { path }, cookies: [] };
      const { headers } = await this.identity.within(unit).openAccessLink({
        body: { userId, centreId, role },
        headers: visitHeaders(visit),
        returnHeaders: true,
      });
      const author = { centreId, userId, roles: [role] };
      unit.audit(author, { action: 'access-link.opened', subjectId: link.id, data: { role } });
      return { answer: { path }, cookies: headers.getSetCookie() };
    });
  }

  /** Answers the same whether the address is known or not. */
  async requestLink(
    { body }: Input<'POST /access-links/request'>,
    visit: Visit,
  ): Promise<{ done: true }> {
    await this.attempts.count(`link:${body.email}`, visit.ipAddress);
    await this.requests.take('link', body.email);
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
    await this.requests.take('password', body.email);
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

  close(actor: Actor): Promise<{ done: true }> {
    return this.db.runAtTheDoor(async ({ tx, audit }) => {
      await tx.loginSession.deleteMany({ where: { id: actor.sessionId } });
      audit(actor, { action: 'login-session.closed', subjectId: actor.sessionId });
      return { done: true };
    });
  }

  closeAll(actor: Actor): Promise<{ done: true }> {
    return this.db.runAtTheDoor(async ({ tx, audit }) => {
      const { count } = await tx.loginSession.deleteMany({ where: { userId: actor.userId } });
      const subjectId = actor.sessionId;
      audit(actor, { action: 'login-session.all-closed', subjectId, data: { count } });
      return { done: true };
    });
  }

  /** Each centre reads in its own trail that the login left or entered, and not for which other one. */
  async changeCentre(
    actor: Actor,
    input: Input<'POST /sessions/current/centre'>,
  ): Promise<CurrentSession> {
    const { centreId } = input.body;
    const { userId, sessionId } = actor;
    await this.db.runAtTheDoor(async ({ tx, audit }) => {
      const { count } = await tx.loginSession.updateMany({
        where: {
          id: sessionId,
          limitedRole: null,
          user: { memberships: { some: { centreId, endedAt: null } } },
        },
        data: { activeCentreId: centreId },
      });
      if (count === 0) throw notFound('Ce centre');
      if (centreId === actor.centreId) return;
      const entered = { centreId, userId, roles: [] };
      audit(actor, { action: 'login-session.left', subjectId: sessionId });
      audit(entered, { action: 'login-session.entered', subjectId: sessionId });
    });
    return this.describe(userId, centreId);
  }

  private async signIn(unit: DoorWork, email: string, password: string, visit: Visit) {
    try {
      const { headers, response } = await this.identity.within(unit).signInEmail({
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
      include: { user: true, person: true, centre: true },
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
      userName: formatSpokenName(first.person),
      email: first.user.email,
      personId: first.personId,
      centre: { id: centreId, name: first.centre.name },
      roles: here.map(({ role }) => role).filter((role) => !only || only.includes(role)),
      otherCentres: only && only.length < here.length ? [] : [...others.values()],
    };
  }
}
