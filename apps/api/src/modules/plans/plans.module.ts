import { Module } from '@nestjs/common';
import { LoadService } from './load.service.ts';
import { OldPlans } from './old-plans.jobs.ts';
import { PlanAcceptanceService } from './plan-acceptance.service.ts';
import { PlanSearcher } from './plan-searcher.ts';
import { PlansController } from './plans.controller.ts';
import { PlansService } from './plans.service.ts';
import { SlotMovesService } from './slot-moves.service.ts';

@Module({
  controllers: [PlansController],
  providers: [
    PlansService,
    PlanAcceptanceService,
    LoadService,
    PlanSearcher,
    SlotMovesService,
    OldPlans,
  ],
})
export class PlansModule {}
