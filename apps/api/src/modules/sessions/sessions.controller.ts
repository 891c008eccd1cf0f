import type { Input } from '@jalon/contract';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Visit } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { Visitor } from '../../http/visit.ts';
import { SessionsService } from './sessions.service.ts';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Endpoint('POST /sessions')
  async open(
    @Valid() input: Input<'POST /sessions'>,
    @Visitor() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { answer, cookies } = await this.sessions.open(input, visit);
    reply.header('set-cookie', cookies);
    return answer;
  }

  @Endpoint('GET /sessions/current')
  current(@Caller() actor: Actor) {
    return this.sessions.current(actor);
  }

  @Endpoint('DELETE /sessions/current')
  close(@Caller() actor: Actor) {
    return this.sessions.close(actor);
  }

  @Endpoint('DELETE /sessions')
  closeAll(@Caller() actor: Actor) {
    return this.sessions.closeAll(actor);
  }

  @Endpoint('POST /sessions/current/centre')
  changeCentre(@Caller() actor: Actor, @Valid() input: Input<'POST /sessions/current/centre'>) {
    return this.sessions.changeCentre(actor, input);
  }

  @Endpoint('POST /access-links/open')
  async openLink(
    @Valid() input: Input<'POST /access-links/open'>,
    @Req() request: FastifyRequest,
    @Visitor() visit: Visit,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { answer, cookies } = await this.sessions.openLink(input, request.cookies, visit);
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return answer;
  }

  @Endpoint('POST /access-links/request')
  requestLink(@Valid() input: Input<'POST /access-links/request'>, @Visitor() visit: Visit) {
    return this.sessions.requestLink(input, visit);
  }

  @Endpoint('POST /access-links/renew')
  renewLink(@Valid() input: Input<'POST /access-links/renew'>, @Visitor() visit: Visit) {
    return this.sessions.renewLink(input, visit);
  }

  @Endpoint('POST /passwords/requests')
  requestPassword(@Valid() input: Input<'POST /passwords/requests'>, @Visitor() visit: Visit) {
    return this.sessions.requestPassword(input, visit);
  }

  @Endpoint('POST /passwords')
  choosePassword(@Valid() input: Input<'POST /passwords'>, @Visitor() visit: Visit) {
    return this.sessions.choosePassword(input, visit);
  }
}
