import { Module } from '@nestjs/common';
import { CorrectionsService } from './corrections.service.ts';
import { DispensationListService } from './dispensation-list.service.ts';
import { DispensationsController } from './dispensations.controller.ts';
import { DispensationsService } from './dispensations.service.ts';
import { EvidenceService } from './evidence.service.ts';

@Module({
  controllers: [DispensationsController],
  providers: [DispensationsService, DispensationListService, CorrectionsService, EvidenceService],
})
export class DispensationsModule {}
