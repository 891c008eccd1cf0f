import { Module } from '@nestjs/common';
import { SelfAssessmentsController } from './self-assessments.controller.ts';
import { SelfAssessmentsService } from './self-assessments.service.ts';
import { SelfInvitations } from './self-invitations.ts';

@Module({
  controllers: [SelfAssessmentsController],
  providers: [SelfAssessmentsService, SelfInvitations],
  exports: [SelfInvitations],
})
export class SelfAssessmentsModule {}
