import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { ReceivedBlocksService } from './received-blocks.service.ts';
import { ReceivedTransfersService } from './received-transfers.service.ts';

@Controller()
export class ReceivedTransfersController {
  constructor(
    private readonly transfers: ReceivedTransfersService,
    private readonly blocks: ReceivedBlocksService,
  ) {}

  @Endpoint('GET /enrolments/:enrolmentId/received-blocks')
  listOf(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/received-blocks'>,
  ) {
    return this.blocks.listOf(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/received-transfers/preview')
  preview(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/received-transfers/preview'>,
  ) {
    return this.transfers.preview(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/received-transfers')
  take(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/received-transfers'>,
  ) {
    return this.transfers.take(actor, input);
  }

  @Endpoint('GET /received-transfers/:receivedTransferId/credential')
  credential(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /received-transfers/:receivedTransferId/credential'>,
  ) {
    return this.transfers.credential(actor, input);
  }

  @Endpoint('GET /received-blocks')
  list(@Caller() actor: Actor) {
    return this.blocks.list(actor);
  }

  @Endpoint('POST /received-blocks/:receivedBlockId/answer')
  answer(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /received-blocks/:receivedBlockId/answer'>,
  ) {
    return this.blocks.answer(actor, input);
  }
}
