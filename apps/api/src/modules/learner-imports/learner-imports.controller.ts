import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { LearnerImportsService } from './learner-imports.service.ts';

@Controller()
export class LearnerImportsController {
  constructor(private readonly imports: LearnerImportsService) {}

  @Endpoint('GET /learner-imports/model')
  model() {
    return this.imports.model();
  }

  @Endpoint('POST /cohorts/:cohortId/learner-imports/preview')
  preview(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /cohorts/:cohortId/learner-imports/preview'>,
  ) {
    return this.imports.preview(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/learner-imports')
  ask(@Caller() actor: Actor, @Valid() input: Input<'POST /cohorts/:cohortId/learner-imports'>) {
    return this.imports.ask(actor, input);
  }

  @Endpoint('GET /cohorts/:cohortId/learner-imports')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts/:cohortId/learner-imports'>) {
    return this.imports.list(actor, input);
  }

  @Endpoint('GET /learner-imports/:importId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /learner-imports/:importId'>) {
    return this.imports.read(actor, input);
  }

  @Endpoint('GET /learner-imports/:importId/failed-rows')
  failedRows(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /learner-imports/:importId/failed-rows'>,
  ) {
    return this.imports.failedRows(actor, input);
  }
}
