import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { PositioningsService } from './positionings.service.ts';

@Controller()
export class PositioningsController {
  constructor(private readonly positionings: PositioningsService) {}

  @Endpoint('GET /enrolments/:enrolmentId/positionings')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /enrolments/:enrolmentId/positionings'>) {
    return this.positionings.read(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/positionings')
  record(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/positionings'>,
  ) {
    return this.positionings.record(actor, input);
  }
}
