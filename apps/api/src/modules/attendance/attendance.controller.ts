import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { AttendanceService } from './attendance.service.ts';
import { HalfDaysService } from './half-days.service.ts';
import { HoursService } from './hours.service.ts';

@Controller()
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly halfDays: HalfDaysService,
    private readonly hours: HoursService,
  ) {}

  @Endpoint('GET /half-days')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /half-days'>) {
    return this.halfDays.list(actor, input);
  }

  @Endpoint('GET /slots/:slotId/attendance')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /slots/:slotId/attendance'>) {
    return this.attendance.read(actor, input);
  }

  @Endpoint('PUT /slots/:slotId/attendance')
  record(@Caller() actor: Actor, @Valid() input: Input<'PUT /slots/:slotId/attendance'>) {
    return this.attendance.record(actor, input);
  }

  @Endpoint('POST /slots/:slotId/attendance/signature')
  sign(@Caller() actor: Actor, @Valid() input: Input<'POST /slots/:slotId/attendance/signature'>) {
    return this.attendance.sign(actor, input);
  }

  @Endpoint('POST /slots/:slotId/attendance/corrections')
  correct(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /slots/:slotId/attendance/corrections'>,
  ) {
    return this.attendance.correct(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/hours')
  readHours(@Caller() actor: Actor, @Valid() input: Input<'GET /enrolments/:enrolmentId/hours'>) {
    return this.hours.read(actor, input);
  }
}
