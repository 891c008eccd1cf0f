import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { SuccessRatesService } from './success-rates.service.ts';

@Controller()
export class SuccessRatesController {
  constructor(private readonly rates: SuccessRatesService) {}

  @Endpoint('GET /success-rates')
  list(@Caller() actor: Actor) {
    return this.rates.list(actor);
  }

  @Endpoint('GET /success-rates/file')
  export(@Caller() actor: Actor) {
    return this.rates.export(actor);
  }

  @Endpoint('GET /cohorts/:cohortId/success-rates')
  readOne(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts/:cohortId/success-rates'>) {
    return this.rates.readOne(actor, input);
  }
}
