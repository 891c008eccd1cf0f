import { Module } from '@nestjs/common';
import { AssessmentEventsController } from './assessment-events.controller.ts';
import { AssessmentEventsService } from './assessment-events.service.ts';
import { EventChecksService } from './event-checks.service.ts';
import { EventListsService } from './event-lists.service.ts';
import { EventSummonsService } from './event-summons.service.ts';

@Module({
  controllers: [AssessmentEventsController],
  providers: [AssessmentEventsService, EventChecksService, EventListsService, EventSummonsService],
})
export class AssessmentEventsModule {}
