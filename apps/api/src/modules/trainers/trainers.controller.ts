import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { TrainerAbsencesService } from './trainer-absences.service.ts';
import { TrainerAccreditationsService } from './trainer-accreditations.service.ts';
import { TrainerProfilesService } from './trainer-profiles.service.ts';
import { TrainersService } from './trainers.service.ts';

@Controller()
export class TrainersController {
  constructor(
    private readonly trainers: TrainersService,
    private readonly profiles: TrainerProfilesService,
    private readonly accreditations: TrainerAccreditationsService,
    private readonly absences: TrainerAbsencesService,
  ) {}

  @Endpoint('GET /trainers')
  list(@Caller() actor: Actor) {
    return this.trainers.list(actor);
  }

  @Endpoint('GET /trainers/:trainerId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /trainers/:trainerId'>) {
    return this.trainers.read(actor, input);
  }

  @Endpoint('GET /trainer-file')
  readOwn(@Caller() actor: Actor) {
    return this.trainers.readOwn(actor);
  }

  @Endpoint('PUT /trainers/:trainerId/profile')
  saveWeek(@Caller() actor: Actor, @Valid() input: Input<'PUT /trainers/:trainerId/profile'>) {
    return this.profiles.saveWeek(actor, input);
  }

  @Endpoint('PUT /trainers/:trainerId/subjects')
  saveSubjects(@Caller() actor: Actor, @Valid() input: Input<'PUT /trainers/:trainerId/subjects'>) {
    return this.profiles.saveSubjects(actor, input);
  }

  @Endpoint('POST /trainers/:trainerId/accreditations')
  accredit(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /trainers/:trainerId/accreditations'>,
  ) {
    return this.accreditations.add(actor, input);
  }

  @Endpoint('PUT /trainers/:trainerId/accreditations/:accreditationId')
  extendAccreditation(
    @Caller() actor: Actor,
    @Valid() input: Input<'PUT /trainers/:trainerId/accreditations/:accreditationId'>,
  ) {
    return this.accreditations.extend(actor, input);
  }

  @Endpoint('DELETE /trainers/:trainerId/accreditations/:accreditationId')
  removeAccreditation(
    @Caller() actor: Actor,
    @Valid() input: Input<'DELETE /trainers/:trainerId/accreditations/:accreditationId'>,
  ) {
    return this.accreditations.remove(actor, input);
  }

  @Endpoint('POST /trainers/:trainerId/absences')
  addAbsence(@Caller() actor: Actor, @Valid() input: Input<'POST /trainers/:trainerId/absences'>) {
    return this.absences.add(actor, input);
  }

  @Endpoint('DELETE /trainers/:trainerId/absences/:absenceId')
  removeAbsence(
    @Caller() actor: Actor,
    @Valid() input: Input<'DELETE /trainers/:trainerId/absences/:absenceId'>,
  ) {
    return this.absences.remove(actor, input);
  }
}
