import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { DeadlinesService } from './deadlines.service.ts';

@Controller()
export class DeadlinesController {
  constructor(private readonly deadlines: DeadlinesService) {}

  @Endpoint('GET /deadlines')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /deadlines'>) {
    return this.deadlines.list(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/deadlines')
  listOfEnrolment(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/deadlines'>,
  ) {
    return this.deadlines.listOfEnrolment(actor, input);
  }

  @Endpoint('POST /employments/:employmentId/suspensions')
  suspend(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /employments/:employmentId/suspensions'>,
  ) {
    return this.deadlines.suspend(actor, input);
  }

  @Endpoint('POST /suspensions/:suspensionId/removal')
  removeSuspension(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /suspensions/:suspensionId/removal'>,
  ) {
    return this.deadlines.removeSuspension(actor, input);
  }
}
