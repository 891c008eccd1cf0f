import { Module } from '@nestjs/common';
import { AssignmentService } from './assignment.service.ts';
import { PlanningController } from './planning.controller.ts';
import { PlanningService } from './planning.service.ts';
import { SlotsService } from './slots.service.ts';
import { YearSheets } from './year-sheet.service.ts';

@Module({
  controllers: [PlanningController],
  providers: [PlanningService, SlotsService, AssignmentService, YearSheets],
})
export class PlanningModule {}
