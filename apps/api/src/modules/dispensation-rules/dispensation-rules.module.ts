import { Module } from '@nestjs/common';
import { DispensationRulesController } from './dispensation-rules.controller.ts';
import { DispensationRulesService } from './dispensation-rules.service.ts';
import { RuleProposalsService } from './rule-proposals.service.ts';

@Module({
  controllers: [DispensationRulesController],
  providers: [DispensationRulesService, RuleProposalsService],
})
export class DispensationRulesModule {}
