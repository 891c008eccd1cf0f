import { isAllowed } from '@jalon/contract';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { DomainError } from '../http/domain-error.ts';
import { type JalonRequest, routeOf } from '../http/endpoint.ts';
import { visitOf } from '../http/visit.ts';
import { LoginSessions } from './login-sessions.ts';

/** Cookie → actor → permission of the route. What is not granted is refused. */
@Injectable()
export class LoginGuard implements CanActivate {
  constructor(private readonly sessions: LoginSessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { permission } = routeOf(context);
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<JalonRequest>();
    const actor = await this.sessions.findActor(request.cookies);
    if (!actor) throw new DomainError('not_logged_in', 'Connectez-vous pour continuer.');
    if (permission !== 'self' && !isAllowed(actor.roles, permission))
      throw new DomainError('forbidden', 'Demandez à la coordination de votre centre.');
    request.actor = { ...actor, visit: visitOf(request) };
    return true;
  }
}
