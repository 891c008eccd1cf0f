import { Module } from '@nestjs/common';
import { AppraisalFilesService } from './appraisal-files.service.ts';
import { AppraisalFollowUpService } from './appraisal-follow-up.service.ts';
import { AppraisalLinks } from './appraisal-links.ts';
import { AppraisalRequestsService } from './appraisal-requests.service.ts';
import { AppraisalsController } from './appraisals.controller.ts';
import { AppraisalsService } from './appraisals.service.ts';
import { PaperAppraisalsService } from './paper-appraisals.service.ts';
import { RequestEnds } from './request-ends.ts';
import { TutorAppraisalsService } from './tutor-appraisals.service.ts';
import { TutorRequests } from './tutor-requests.ts';

@Module({
  controllers: [AppraisalsController],
  providers: [
    AppraisalsService,
    AppraisalRequestsService,
    AppraisalFollowUpService,
    PaperAppraisalsService,
    AppraisalFilesService,
    TutorAppraisalsService,
    AppraisalLinks,
    RequestEnds,
    TutorRequests,
  ],
  exports: [AppraisalLinks, RequestEnds, TutorRequests],
})
export class AppraisalsModule {}
