import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint } from '../../http/endpoint.ts';
import { HomeService } from './home.service.ts';

@Controller()
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Endpoint('GET /home')
  read(@Caller() actor: Actor) {
    return this.home.read(actor);
  }
}
