import { Module } from '@nestjs/common';
import { PeopleController } from './people.controller.ts';
import { PeopleService } from './people.service.ts';
import { PersonAccess } from './person-access.ts';
import { PersonRegistry } from './person-registry.ts';

@Module({
  controllers: [PeopleController],
  providers: [PeopleService, PersonRegistry, PersonAccess],
  exports: [PersonRegistry],
})
export class PeopleModule {}
