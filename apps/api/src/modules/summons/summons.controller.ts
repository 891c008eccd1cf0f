import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { SummonsService } from './summons.service.ts';

@Controller()
export class SummonsController {
  constructor(private readonly summons: SummonsService) {}

  @Endpoint('GET /cohorts/:cohortId/summons')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts/:cohortId/summons'>) {
    return this.summons.list(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/summons')
  send(@Caller() actor: Actor, @Valid() input: Input<'POST /cohorts/:cohortId/summons'>) {
    return this.summons.send(actor, input);
  }
}
