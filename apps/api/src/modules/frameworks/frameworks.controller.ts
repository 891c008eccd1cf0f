import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { FrameworksService } from './frameworks.service.ts';

@Controller()
export class FrameworksController {
  constructor(private readonly frameworks: FrameworksService) {}

  @Endpoint('GET /frameworks')
  list(@Caller() actor: Actor) {
    return this.frameworks.list(actor);
  }

  @Endpoint('GET /frameworks/:frameworkId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /frameworks/:frameworkId'>) {
    return this.frameworks.read(actor, input);
  }

  @Endpoint('POST /frameworks')
  create(@Caller() actor: Actor, @Valid() input: Input<'POST /frameworks'>) {
    return this.frameworks.create(actor, input);
  }

  @Endpoint('PUT /frameworks/:frameworkId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /frameworks/:frameworkId'>) {
    return this.frameworks.save(actor, input);
  }

  @Endpoint('POST /frameworks/:frameworkId/publish')
  publish(@Caller() actor: Actor, @Valid() input: Input<'POST /frameworks/:frameworkId/publish'>) {
    return this.frameworks.publish(actor, input);
  }

  @Endpoint('DELETE /frameworks/:frameworkId')
  remove(@Caller() actor: Actor, @Valid() input: Input<'DELETE /frameworks/:frameworkId'>) {
    return this.frameworks.remove(actor, input);
  }
}
