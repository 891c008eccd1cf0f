import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { LoadService } from './load.service.ts';
import { PlanAcceptanceService } from './plan-acceptance.service.ts';
import { PlansService } from './plans.service.ts';
import { SlotMovesService } from './slot-moves.service.ts';

@Controller()
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly acceptance: PlanAcceptanceService,
    private readonly moves: SlotMovesService,
    private readonly load: LoadService,
  ) {}

  @Endpoint('GET /plans')
  list(@Caller() actor: Actor) {
    return this.plans.list(actor);
  }

  @Endpoint('POST /plans')
  ask(@Caller() actor: Actor, @Valid() input: Input<'POST /plans'>) {
    return this.plans.ask(actor, input);
  }

  /** Before the plan's own address, which would take « load » for an id. */
  @Endpoint('GET /plans/load')
  measure(@Caller() actor: Actor, @Valid() input: Input<'GET /plans/load'>) {
    return this.load.read(actor, input);
  }

  @Endpoint('GET /plans/:planId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /plans/:planId'>) {
    return this.plans.read(actor, input);
  }

  @Endpoint('POST /plans/:planId/cancellation')
  stop(@Caller() actor: Actor, @Valid() input: Input<'POST /plans/:planId/cancellation'>) {
    return this.plans.stop(actor, input);
  }

  @Endpoint('POST /plans/:planId/acceptance')
  accept(@Caller() actor: Actor, @Valid() input: Input<'POST /plans/:planId/acceptance'>) {
    return this.acceptance.accept(actor, input);
  }

  @Endpoint('GET /slot-moves')
  readMoves(@Caller() actor: Actor) {
    return this.moves.read(actor);
  }
}
