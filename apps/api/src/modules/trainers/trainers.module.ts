import { Module } from '@nestjs/common';
import { TrainerAbsencesService } from './trainer-absences.service.ts';
import { TrainerAccreditationsService } from './trainer-accreditations.service.ts';
import { TrainerProfilesService } from './trainer-profiles.service.ts';
import { TrainersController } from './trainers.controller.ts';
import { TrainersService } from './trainers.service.ts';

@Module({
  controllers: [TrainersController],
  providers: [
    TrainersService,
    TrainerProfilesService,
    TrainerAccreditationsService,
    TrainerAbsencesService,
  ],
})
export class TrainersModule {}
