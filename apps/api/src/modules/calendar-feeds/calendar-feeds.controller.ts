import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor, Visit } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { Visitor } from '../../http/visit.ts';
import { CalendarFeedsService } from './calendar-feeds.service.ts';
import { FeedReader } from './feed-reader.ts';

@Controller()
export class CalendarFeedsController {
  constructor(
    private readonly feeds: CalendarFeedsService,
    private readonly reader: FeedReader,
  ) {}

  @Endpoint('GET /calendar-feeds')
  list(@Caller() actor: Actor) {
    return this.feeds.list(actor);
  }

  @Endpoint('GET /people/:personId/calendar-feeds')
  listOfPerson(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /people/:personId/calendar-feeds'>,
  ) {
    return this.feeds.listOfPerson(actor, input);
  }

  @Endpoint('POST /calendar-feeds')
  create(@Caller() actor: Actor, @Valid() input: Input<'POST /calendar-feeds'>) {
    return this.feeds.create(actor, input);
  }

  @Endpoint('POST /calendar-feeds/:feedId/replacement')
  replace(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /calendar-feeds/:feedId/replacement'>,
  ) {
    return this.feeds.replace(actor, input);
  }

  @Endpoint('DELETE /calendar-feeds/:feedId')
  revoke(@Caller() actor: Actor, @Valid() input: Input<'DELETE /calendar-feeds/:feedId'>) {
    return this.feeds.revoke(actor, input);
  }

  @Endpoint('GET /feeds/:file')
  read(@Valid() input: Input<'GET /feeds/:file'>, @Visitor() visit: Visit) {
    return this.reader.read(input, visit);
  }
}
