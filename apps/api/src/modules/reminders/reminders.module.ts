import { Module } from '@nestjs/common';
import { RemindersController } from './reminders.controller.ts';
import { ReminderJobs } from './reminders.jobs.ts';
import { RemindersService } from './reminders.service.ts';
import { TimelineService } from './timeline.service.ts';

@Module({
  controllers: [RemindersController],
  providers: [RemindersService, TimelineService, ReminderJobs],
})
export class RemindersModule {}
