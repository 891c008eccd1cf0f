import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { ProgressService } from './progress.service.ts';
import { StandingService } from './standing.service.ts';

@Controller()
export class ProgressController {
  constructor(
    private readonly progress: ProgressService,
    private readonly standings: StandingService,
  ) {}

  @Endpoint('GET /enrolments/:enrolmentId/standing')
  readStanding(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/standing'>,
  ) {
    return this.standings.read(actor, input);
  }

  @Endpoint('GET /progress')
  read(@Caller() actor: Actor) {
    return this.progress.read(actor);
  }
}
