import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { RoomsService } from './rooms.service.ts';

@Controller()
export class RoomsController {
  constructor(private readonly rooms: RoomsService) {}

  @Endpoint('GET /rooms')
  list(@Caller() actor: Actor) {
    return this.rooms.list(actor);
  }

  @Endpoint('POST /rooms')
  add(@Caller() actor: Actor, @Valid() input: Input<'POST /rooms'>) {
    return this.rooms.add(actor, input);
  }

  @Endpoint('PUT /rooms/:roomId')
  change(@Caller() actor: Actor, @Valid() input: Input<'PUT /rooms/:roomId'>) {
    return this.rooms.change(actor, input);
  }

  @Endpoint('POST /rooms/:roomId/archive')
  archive(@Caller() actor: Actor, @Valid() input: Input<'POST /rooms/:roomId/archive'>) {
    return this.rooms.archive(actor, input);
  }

  @Endpoint('POST /rooms/:roomId/closures')
  close(@Caller() actor: Actor, @Valid() input: Input<'POST /rooms/:roomId/closures'>) {
    return this.rooms.close(actor, input);
  }

  @Endpoint('DELETE /rooms/:roomId/closures/:closureId')
  reopen(
    @Caller() actor: Actor,
    @Valid() input: Input<'DELETE /rooms/:roomId/closures/:closureId'>,
  ) {
    return this.rooms.reopen(actor, input);
  }
}
