import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { FundingRequestsService } from './funding-requests.service.ts';

@Controller()
export class FundingRequestsController {
  constructor(private readonly fundingRequests: FundingRequestsService) {}

  @Endpoint('POST /enrolments/:enrolmentId/funding-requests')
  send(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/funding-requests'>,
  ) {
    return this.fundingRequests.send(actor, input);
  }

  @Endpoint('PUT /funding-requests/:fundingRequestId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /funding-requests/:fundingRequestId'>) {
    return this.fundingRequests.save(actor, input);
  }
}
