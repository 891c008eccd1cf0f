import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { CohortsService } from './cohorts.service.ts';

@Controller()
export class CohortsController {
  constructor(private readonly cohorts: CohortsService) {}

  @Endpoint('GET /cohorts')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts'>) {
    return this.cohorts.list(actor, input);
  }

  @Endpoint('GET /cohort-frameworks')
  frameworks(@Caller() actor: Actor) {
    return this.cohorts.frameworks(actor);
  }

  @Endpoint('POST /cohorts')
  create(@Caller() actor: Actor, @Valid() input: Input<'POST /cohorts'>) {
    return this.cohorts.create(actor, input);
  }

  @Endpoint('GET /cohorts/:cohortId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts/:cohortId'>) {
    return this.cohorts.read(actor, input);
  }

  @Endpoint('PUT /cohorts/:cohortId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /cohorts/:cohortId'>) {
    return this.cohorts.save(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/state')
  changeState(@Caller() actor: Actor, @Valid() input: Input<'POST /cohorts/:cohortId/state'>) {
    return this.cohorts.changeState(actor, input);
  }

  @Endpoint('GET /cohorts/:cohortId/module-runs')
  moduleRuns(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts/:cohortId/module-runs'>) {
    return this.cohorts.moduleRuns(actor, input);
  }
}
