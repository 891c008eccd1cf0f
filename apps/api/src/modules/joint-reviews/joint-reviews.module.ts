import { Module } from '@nestjs/common';
import { JointReviewsController } from './joint-reviews.controller.ts';
import { JointReviewJobs } from './joint-reviews.jobs.ts';
import { JointReviewsService } from './joint-reviews.service.ts';
import { ReviewInvitations } from './review-invitations.ts';
import { ReviewPartsService } from './review-parts.service.ts';

@Module({
  controllers: [JointReviewsController],
  providers: [JointReviewsService, ReviewPartsService, ReviewInvitations, JointReviewJobs],
})
export class JointReviewsModule {}
