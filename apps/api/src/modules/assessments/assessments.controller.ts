import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { AssessmentsService } from './assessments.service.ts';
import { CredentialFilesService } from './credential-files.service.ts';
import { CredentialsService } from './credentials.service.ts';
import { RemovalsService } from './removals.service.ts';

@Controller()
export class AssessmentsController {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly credentials: CredentialsService,
    private readonly removals: RemovalsService,
    private readonly files: CredentialFilesService,
  ) {}

  @Endpoint('GET /cohorts/:cohortId/assessments/:blockCode')
  readGrid(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /cohorts/:cohortId/assessments/:blockCode'>,
  ) {
    return this.assessments.readGrid(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/assessments')
  readLearner(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/assessments'>,
  ) {
    return this.assessments.readLearner(actor, input);
  }

  @Endpoint('PUT /assessment-results')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /assessment-results'>) {
    return this.assessments.save(actor, input);
  }

  @Endpoint('POST /assessment-results/:resultId/removal')
  removeResult(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /assessment-results/:resultId/removal'>,
  ) {
    return this.removals.removeResult(actor, input);
  }

  @Endpoint('POST /credentials/:credentialId/removal')
  removeCredential(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /credentials/:credentialId/removal'>,
  ) {
    return this.removals.removeCredential(actor, input);
  }

  @Endpoint('POST /credentials/:credentialId/files')
  attachFile(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /credentials/:credentialId/files'>,
  ) {
    return this.files.attach(actor, input);
  }

  @Endpoint('GET /credential-files/:fileId')
  downloadFile(@Caller() actor: Actor, @Valid() input: Input<'GET /credential-files/:fileId'>) {
    return this.files.download(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/credentials')
  listCredentials(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/credentials'>,
  ) {
    return this.credentials.list(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/credentials')
  addCredential(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/credentials'>,
  ) {
    return this.credentials.add(actor, input);
  }
}
