import type { Input } from '@jalon/contract';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { SessionsService } from './sessions.service.ts';

@Controller()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Endpoint('POST /sessions')
  async open(
    @Valid() input: Input<'POST /sessions'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { answer, cookies } = await this.sessions.open(input);
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
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { answer, cookies } = await this.sessions.openLink(input, request.cookies);
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return answer;
  }

  @Endpoint('POST /access-links/request')
  requestLink(@Valid() input: Input<'POST /access-links/request'>) {
    return this.sessions.requestLink(input);
  }

  @Endpoint('POST /access-links/renew')
  renewLink(@Valid() input: Input<'POST /access-links/renew'>) {
    return this.sessions.renewLink(input);
  }

  @Endpoint('POST /passwords/requests')
  requestPassword(@Valid() input: Input<'POST /passwords/requests'>) {
    return this.sessions.requestPassword(input);
  }

  @Endpoint('POST /passwords')
  choosePassword(@Valid() input: Input<'POST /passwords'>) {
    return this.sessions.choosePassword(input);
  }
}
