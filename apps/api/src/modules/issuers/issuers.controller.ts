import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor, Visit } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { Visitor } from '../../http/visit.ts';
import { IssuersService } from './issuers.service.ts';

@Controller()
export class IssuersController {
  constructor(private readonly issuers: IssuersService) {}

  @Endpoint('GET /issuer')
  read(@Caller() actor: Actor) {
    return this.issuers.read(actor);
  }

  @Endpoint('POST /issuer/keys')
  rotate(@Caller() actor: Actor) {
    return this.issuers.rotate(actor);
  }

  @Endpoint('GET /issuers/:slug/did.json')
  document(@Valid() input: Input<'GET /issuers/:slug/did.json'>, @Visitor() visit: Visit) {
    return this.issuers.document(input, visit);
  }

  @Endpoint('GET /issuers/:slug/status-lists/:list')
  statusList(
    @Valid() input: Input<'GET /issuers/:slug/status-lists/:list'>,
    @Visitor() visit: Visit,
  ) {
    return this.issuers.statusList(input, visit);
  }
}
