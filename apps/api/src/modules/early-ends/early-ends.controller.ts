import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { EarlyEndsService } from './early-ends.service.ts';

@Controller()
export class EarlyEndsController {
  constructor(private readonly earlyEnds: EarlyEndsService) {}

  @Endpoint('POST /enrolments/:enrolmentId/early-ends')
  declare(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/early-ends'>,
  ) {
    return this.earlyEnds.declare(actor, input);
  }

  @Endpoint('PUT /early-ends/:earlyEndId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /early-ends/:earlyEndId'>) {
    return this.earlyEnds.save(actor, input);
  }
}
