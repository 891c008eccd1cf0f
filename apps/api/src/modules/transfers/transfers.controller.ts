import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { TransfersService } from './transfers.service.ts';

@Controller()
export class TransfersController {
  constructor(private readonly transfers: TransfersService) {}

  @Endpoint('GET /enrolments/:enrolmentId/transfers')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /enrolments/:enrolmentId/transfers'>) {
    return this.transfers.list(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/transfers')
  write(@Caller() actor: Actor, @Valid() input: Input<'POST /enrolments/:enrolmentId/transfers'>) {
    return this.transfers.write(actor, input);
  }

  @Endpoint('GET /transfers/:transferId/document')
  document(@Caller() actor: Actor, @Valid() input: Input<'GET /transfers/:transferId/document'>) {
    return this.transfers.document(actor, input);
  }

  @Endpoint('GET /transfers/:transferId/credential')
  credential(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /transfers/:transferId/credential'>,
  ) {
    return this.transfers.credential(actor, input);
  }
}
