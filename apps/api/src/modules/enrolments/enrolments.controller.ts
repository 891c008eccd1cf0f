import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { EmploymentsService } from './employments.service.ts';
import { EnrolmentListService } from './enrolment-list.service.ts';
import { EnrolmentsService } from './enrolments.service.ts';

@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: EnrolmentsService,
    private readonly learners: EnrolmentListService,
    private readonly employments: EmploymentsService,
  ) {}

  @Endpoint('GET /enrolments')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /enrolments'>) {
    return this.learners.list(actor, input);
  }

  @Endpoint('GET /enrolments/export')
  export(@Caller() actor: Actor, @Valid() input: Input<'GET /enrolments/export'>) {
    return this.learners.export(actor, input);
  }

  @Endpoint('POST /enrolments/preview')
  preview(@Caller() actor: Actor, @Valid() input: Input<'POST /enrolments/preview'>) {
    return this.enrolments.preview(actor, input);
  }

  @Endpoint('POST /enrolments')
  create(@Caller() actor: Actor, @Valid() input: Input<'POST /enrolments'>) {
    return this.enrolments.create(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /enrolments/:enrolmentId'>) {
    return this.enrolments.read(actor, input);
  }

  @Endpoint('PUT /enrolments/:enrolmentId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /enrolments/:enrolmentId'>) {
    return this.enrolments.save(actor, input);
  }

  @Endpoint('PUT /enrolments/:enrolmentId/path')
  savePath(@Caller() actor: Actor, @Valid() input: Input<'PUT /enrolments/:enrolmentId/path'>) {
    return this.enrolments.savePath(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/withdraw')
  withdraw(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/withdraw'>,
  ) {
    return this.enrolments.withdraw(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/reinstate')
  reinstate(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/reinstate'>,
  ) {
    return this.enrolments.reinstate(actor, input);
  }

  @Endpoint('POST /people/:personId/employments')
  addEmployment(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /people/:personId/employments'>,
  ) {
    return this.employments.add(actor, input);
  }

  @Endpoint('PUT /employments/:employmentId')
  saveEmployment(@Caller() actor: Actor, @Valid() input: Input<'PUT /employments/:employmentId'>) {
    return this.employments.save(actor, input);
  }
}
