import { Module } from '@nestjs/common';
import { AppraisalsModule } from '../appraisals/appraisals.module.ts';
import { SelfAssessmentsModule } from '../self-assessments/self-assessments.module.ts';
import { AppraisalCampaignsController } from './appraisal-campaigns.controller.ts';
import { AppraisalCampaignJobs } from './appraisal-campaigns.jobs.ts';
import { AppraisalCampaignsService } from './appraisal-campaigns.service.ts';
import { CampaignFollowUpService } from './campaign-follow-up.service.ts';
import { CampaignOpener } from './campaign-opener.ts';

@Module({
  imports: [AppraisalsModule, SelfAssessmentsModule],
  controllers: [AppraisalCampaignsController],
  providers: [
    AppraisalCampaignsService,
    CampaignFollowUpService,
    CampaignOpener,
    AppraisalCampaignJobs,
  ],
})
export class AppraisalCampaignsModule {}
