import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { AppraisalCampaignsService } from './appraisal-campaigns.service.ts';
import { CampaignFollowUpService } from './campaign-follow-up.service.ts';

@Controller()
export class AppraisalCampaignsController {
  constructor(
    private readonly campaigns: AppraisalCampaignsService,
    private readonly followUp: CampaignFollowUpService,
  ) {}

  @Endpoint('GET /cohorts/:cohortId/appraisal-campaigns')
  list(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /cohorts/:cohortId/appraisal-campaigns'>,
  ) {
    return this.campaigns.list(actor, input);
  }

  @Endpoint('POST /cohorts/:cohortId/appraisal-campaigns')
  plan(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /cohorts/:cohortId/appraisal-campaigns'>,
  ) {
    return this.campaigns.plan(actor, input);
  }

  @Endpoint('GET /appraisal-campaigns/:campaignId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /appraisal-campaigns/:campaignId'>) {
    return this.followUp.read(actor, input);
  }

  @Endpoint('PUT /appraisal-campaigns/:campaignId')
  change(@Caller() actor: Actor, @Valid() input: Input<'PUT /appraisal-campaigns/:campaignId'>) {
    return this.campaigns.change(actor, input);
  }

  @Endpoint('DELETE /appraisal-campaigns/:campaignId')
  remove(@Caller() actor: Actor, @Valid() input: Input<'DELETE /appraisal-campaigns/:campaignId'>) {
    return this.campaigns.remove(actor, input);
  }

  @Endpoint('POST /appraisal-campaigns/:campaignId/reminders')
  remind(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /appraisal-campaigns/:campaignId/reminders'>,
  ) {
    return this.followUp.remind(actor, input);
  }
}
