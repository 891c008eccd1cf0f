import { Module } from '@nestjs/common';
import { AppraisalsModule } from '../appraisals/appraisals.module.ts';
import { PeopleModule } from '../people/people.module.ts';
import { EmploymentWriter } from './employment-writer.ts';
import { EmploymentsService } from './employments.service.ts';
import { EnrolmentListService } from './enrolment-list.service.ts';
import { EnrolmentsController } from './enrolments.controller.ts';
import { EnrolmentsService } from './enrolments.service.ts';

@Module({
  imports: [PeopleModule, AppraisalsModule],
  controllers: [EnrolmentsController],
  providers: [EnrolmentsService, EnrolmentListService, EmploymentsService, EmploymentWriter],
  exports: [EmploymentWriter],
})
export class EnrolmentsModule {}
