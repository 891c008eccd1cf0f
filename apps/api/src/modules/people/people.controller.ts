import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { PeopleService } from './people.service.ts';

@Controller()
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Endpoint('GET /people/recognised')
  recognise(@Caller() actor: Actor, @Valid() input: Input<'GET /people/recognised'>) {
    return this.people.recognise(actor, input);
  }

  @Endpoint('GET /tutors/recognised')
  recogniseTutor(@Caller() actor: Actor, @Valid() input: Input<'GET /tutors/recognised'>) {
    return this.people.recogniseTutor(actor, input);
  }

  @Endpoint('GET /tutors')
  tutors(@Caller() actor: Actor) {
    return this.people.tutors(actor);
  }

  @Endpoint('GET /people/:personId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /people/:personId'>) {
    return this.people.read(actor, input);
  }

  @Endpoint('GET /people/:personId/accesses')
  accesses(@Caller() actor: Actor, @Valid() input: Input<'GET /people/:personId/accesses'>) {
    return this.people.accesses(actor, input);
  }

  @Endpoint('PUT /people/:personId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /people/:personId'>) {
    return this.people.save(actor, input);
  }
}
