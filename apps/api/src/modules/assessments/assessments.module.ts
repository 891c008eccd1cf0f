import { Module } from '@nestjs/common';
import { AssessmentsController } from './assessments.controller.ts';
import { AssessmentsService } from './assessments.service.ts';
import { CredentialFilesService } from './credential-files.service.ts';
import { CredentialsService } from './credentials.service.ts';
import { RemovalsService } from './removals.service.ts';

@Module({
  controllers: [AssessmentsController],
  providers: [AssessmentsService, CredentialsService, CredentialFilesService, RemovalsService],
})
export class AssessmentsModule {}
