import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint } from '../../http/endpoint.ts';
import { ProgressService } from './progress.service.ts';

@Controller()
export class ProgressController {
  constructor(private readonly progress: ProgressService) {}

  @Endpoint('GET /progress')
  read(@Caller() actor: Actor) {
    return this.progress.read(actor);
  }
}
