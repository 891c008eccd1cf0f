import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { SelfAssessmentsService } from './self-assessments.service.ts';

@Controller()
export class SelfAssessmentsController {
  constructor(private readonly selfAssessments: SelfAssessmentsService) {}

  @Endpoint('GET /self-assessments')
  list(@Caller() actor: Actor) {
    return this.selfAssessments.list(actor);
  }

  @Endpoint('POST /enrolments/:enrolmentId/self-assessments')
  begin(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/self-assessments'>,
  ) {
    return this.selfAssessments.begin(actor, input);
  }

  @Endpoint('GET /self-assessments/:selfAssessmentId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /self-assessments/:selfAssessmentId'>) {
    return this.selfAssessments.read(actor, input);
  }

  @Endpoint('PUT /self-assessments/:selfAssessmentId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /self-assessments/:selfAssessmentId'>) {
    return this.selfAssessments.save(actor, input);
  }

  @Endpoint('POST /self-assessments/:selfAssessmentId/sending')
  send(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /self-assessments/:selfAssessmentId/sending'>,
  ) {
    return this.selfAssessments.send(actor, input);
  }
}
