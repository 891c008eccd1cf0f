import { Module } from '@nestjs/common';
import { AttendanceController } from './attendance.controller.ts';
import { AttendanceService } from './attendance.service.ts';
import { HalfDaysService } from './half-days.service.ts';
import { HoursService } from './hours.service.ts';

@Module({
  controllers: [AttendanceController],
  providers: [AttendanceService, HalfDaysService, HoursService],
})
export class AttendanceModule {}
