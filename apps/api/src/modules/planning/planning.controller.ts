import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { AssignmentService } from './assignment.service.ts';
import { PlanningService } from './planning.service.ts';
import { SlotsService } from './slots.service.ts';
import { YearSheets } from './year-sheet.service.ts';

@Controller()
export class PlanningController {
  constructor(
    private readonly planning: PlanningService,
    private readonly slots: SlotsService,
    private readonly assignment: AssignmentService,
    private readonly years: YearSheets,
  ) {}

  @Endpoint('GET /cohorts/:cohortId/calendar')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts/:cohortId/calendar'>) {
    return this.planning.read(actor, input);
  }

  @Endpoint('GET /cohorts/:cohortId/year')
  downloadYear(@Caller() actor: Actor, @Valid() input: Input<'GET /cohorts/:cohortId/year'>) {
    return this.years.download(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/calendar-proposal')
  propose(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /cohorts/:cohortId/calendar-proposal'>,
  ) {
    return this.planning.propose(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/calendar')
  adopt(@Caller() actor: Actor, @Valid() input: Input<'POST /cohorts/:cohortId/calendar'>) {
    return this.planning.adopt(actor, input);
  }

  @Endpoint('GET /calendar')
  listBetween(@Caller() actor: Actor, @Valid() input: Input<'GET /calendar'>) {
    return this.planning.listBetween(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/slot-check')
  check(@Caller() actor: Actor, @Valid() input: Input<'POST /cohorts/:cohortId/slot-check'>) {
    return this.slots.check(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/slots')
  add(@Caller() actor: Actor, @Valid() input: Input<'POST /cohorts/:cohortId/slots'>) {
    return this.slots.add(actor, input);
  }

  @Endpoint('PUT /slots/:slotId')
  change(@Caller() actor: Actor, @Valid() input: Input<'PUT /slots/:slotId'>) {
    return this.slots.change(actor, input);
  }

  @Endpoint('PUT /slots/:slotId/lock')
  lock(@Caller() actor: Actor, @Valid() input: Input<'PUT /slots/:slotId/lock'>) {
    return this.slots.lock(actor, input);
  }

  @Endpoint('POST /slots/:slotId/removal')
  remove(@Caller() actor: Actor, @Valid() input: Input<'POST /slots/:slotId/removal'>) {
    return this.slots.remove(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/assignment')
  assign(@Caller() actor: Actor, @Valid() input: Input<'POST /cohorts/:cohortId/assignment'>) {
    return this.assignment.assign(actor, input);
  }
}
