import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { VaeItemsService } from './vae-items.service.ts';

@Controller()
export class VaeItemsController {
  constructor(private readonly vaeItems: VaeItemsService) {}

  @Endpoint('PUT /enrolments/:enrolmentId/vae-items')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /enrolments/:enrolmentId/vae-items'>) {
    return this.vaeItems.save(actor, input);
  }
}
