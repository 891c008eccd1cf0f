import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { EquivalencesService } from './equivalences.service.ts';

@Controller()
export class EquivalencesController {
  constructor(private readonly equivalences: EquivalencesService) {}

  @Endpoint('GET /equivalences')
  list(@Caller() actor: Actor) {
    return this.equivalences.list(actor);
  }

  @Endpoint('GET /enrolments/:enrolmentId/equivalences')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /enrolments/:enrolmentId/equivalences'>) {
    return this.equivalences.read(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/equivalences')
  request(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/equivalences'>,
  ) {
    return this.equivalences.request(actor, input);
  }

  @Endpoint('POST /equivalences/:equivalenceId/answer')
  answer(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /equivalences/:equivalenceId/answer'>,
  ) {
    return this.equivalences.answer(actor, input);
  }
}
