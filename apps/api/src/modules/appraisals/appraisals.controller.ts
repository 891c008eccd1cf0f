import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { AppraisalFilesService } from './appraisal-files.service.ts';
import { AppraisalFollowUpService } from './appraisal-follow-up.service.ts';
import { AppraisalRequestsService } from './appraisal-requests.service.ts';
import { AppraisalsService } from './appraisals.service.ts';
import { PaperAppraisalsService } from './paper-appraisals.service.ts';
import { TutorAppraisalsService } from './tutor-appraisals.service.ts';

@Controller()
export class AppraisalsController {
  constructor(
    private readonly appraisals: AppraisalsService,
    private readonly requests: AppraisalRequestsService,
    private readonly followUp: AppraisalFollowUpService,
    private readonly paper: PaperAppraisalsService,
    private readonly files: AppraisalFilesService,
    private readonly own: TutorAppraisalsService,
  ) {}

  @Endpoint('GET /appraisals')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /appraisals'>) {
    return this.appraisals.list(actor, input);
  }

  @Endpoint('GET /appraisals/request-options')
  listOptions(@Caller() actor: Actor) {
    return this.requests.listOptions(actor);
  }

  @Endpoint('POST /appraisals')
  request(@Caller() actor: Actor, @Valid() input: Input<'POST /appraisals'>) {
    return this.requests.request(actor, input);
  }

  @Endpoint('GET /appraisals/:appraisalId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /appraisals/:appraisalId'>) {
    return this.appraisals.read(actor, input);
  }

  @Endpoint('POST /appraisals/:appraisalId/link')
  sendLink(@Caller() actor: Actor, @Valid() input: Input<'POST /appraisals/:appraisalId/link'>) {
    return this.followUp.sendLink(actor, input);
  }

  @Endpoint('DELETE /appraisals/:appraisalId')
  withdraw(@Caller() actor: Actor, @Valid() input: Input<'DELETE /appraisals/:appraisalId'>) {
    return this.followUp.withdraw(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/appraisals')
  listOfEnrolment(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/appraisals'>,
  ) {
    return this.appraisals.listOfEnrolment(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/appraisals/paper')
  enterPaper(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/appraisals/paper'>,
  ) {
    return this.paper.enter(actor, input);
  }

  @Endpoint('POST /appraisals/:appraisalId/files')
  attachFile(@Caller() actor: Actor, @Valid() input: Input<'POST /appraisals/:appraisalId/files'>) {
    return this.files.attach(actor, input);
  }

  @Endpoint('GET /appraisal-files/:appraisalFileId')
  downloadFile(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /appraisal-files/:appraisalFileId'>,
  ) {
    return this.files.download(actor, input);
  }

  @Endpoint('GET /tutor/appraisals')
  listOwn(@Caller() actor: Actor) {
    return this.own.list(actor);
  }

  @Endpoint('GET /tutor/appraisals/:appraisalId')
  readOwn(@Caller() actor: Actor, @Valid() input: Input<'GET /tutor/appraisals/:appraisalId'>) {
    return this.own.read(actor, input);
  }

  @Endpoint('PUT /tutor/appraisals/:appraisalId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /tutor/appraisals/:appraisalId'>) {
    return this.own.save(actor, input);
  }

  @Endpoint('POST /tutor/appraisals/:appraisalId/signature')
  sign(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /tutor/appraisals/:appraisalId/signature'>,
  ) {
    return this.own.sign(actor, input);
  }

  @Endpoint('POST /tutor/appraisals/:appraisalId/correction')
  correct(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /tutor/appraisals/:appraisalId/correction'>,
  ) {
    return this.own.correct(actor, input);
  }
}
