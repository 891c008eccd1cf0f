import { Module } from '@nestjs/common';
import { FundingRequestsController } from './funding-requests.controller.ts';
import { FundingRequestsService } from './funding-requests.service.ts';

@Module({ controllers: [FundingRequestsController], providers: [FundingRequestsService] })
export class FundingRequestsModule {}
