import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { RemindersService } from './reminders.service.ts';
import { TimelineService } from './timeline.service.ts';

@Controller()
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly timeline: TimelineService,
  ) {}

  @Endpoint('GET /reminders')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /reminders'>) {
    return this.reminders.list(actor, input);
  }

  @Endpoint('POST /mails/:mailId/resend')
  resend(@Caller() actor: Actor, @Valid() input: Input<'POST /mails/:mailId/resend'>) {
    return this.reminders.resend(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/timeline')
  readTimeline(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/timeline'>,
  ) {
    return this.timeline.read(actor, input);
  }
}
