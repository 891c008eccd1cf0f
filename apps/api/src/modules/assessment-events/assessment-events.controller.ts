import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { AssessmentEventsService } from './assessment-events.service.ts';
import { EventChecksService } from './event-checks.service.ts';
import { EventListsService } from './event-lists.service.ts';
import { EventSummonsService } from './event-summons.service.ts';

@Controller()
export class AssessmentEventsController {
  constructor(
    private readonly events: AssessmentEventsService,
    private readonly checks: EventChecksService,
    private readonly lists: EventListsService,
    private readonly summons: EventSummonsService,
  ) {}

  @Endpoint('GET /assessment-events')
  listAll(@Caller() actor: Actor) {
    return this.lists.listAll(actor);
  }

  @Endpoint('GET /cohorts/:cohortId/assessment-events')
  listOfCohort(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /cohorts/:cohortId/assessment-events'>,
  ) {
    return this.lists.listOfCohort(actor, input);
  }

  @Endpoint('GET /slots/:slotId/assessment-event-proposal')
  propose(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /slots/:slotId/assessment-event-proposal'>,
  ) {
    return this.events.propose(actor, input);
  }

  @Endpoint('POST /slots/:slotId/assessment-events')
  prepare(@Caller() actor: Actor, @Valid() input: Input<'POST /slots/:slotId/assessment-events'>) {
    return this.events.prepare(actor, input);
  }

  @Endpoint('POST /slots/:slotId/assessment-event-check')
  checkNew(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /slots/:slotId/assessment-event-check'>,
  ) {
    return this.checks.checkNew(actor, input);
  }

  @Endpoint('POST /assessment-events/:eventId/check')
  checkChange(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /assessment-events/:eventId/check'>,
  ) {
    return this.checks.checkChange(actor, input);
  }

  @Endpoint('GET /assessment-events/:eventId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /assessment-events/:eventId'>) {
    return this.events.read(actor, input);
  }

  @Endpoint('GET /assessment-events/:eventId/choices')
  choices(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /assessment-events/:eventId/choices'>,
  ) {
    return this.events.choices(actor, input);
  }

  @Endpoint('PUT /assessment-events/:eventId')
  change(@Caller() actor: Actor, @Valid() input: Input<'PUT /assessment-events/:eventId'>) {
    return this.events.change(actor, input);
  }

  @Endpoint('POST /assessment-events/:eventId/removal')
  remove(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /assessment-events/:eventId/removal'>,
  ) {
    return this.events.remove(actor, input);
  }

  @Endpoint('POST /assessment-events/:eventId/summons')
  summon(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /assessment-events/:eventId/summons'>,
  ) {
    return this.summons.send(actor, input);
  }
}
