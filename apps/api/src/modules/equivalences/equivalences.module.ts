import { Module } from '@nestjs/common';
import { EquivalenceMails } from './equivalence-mails.ts';
import { EquivalencesController } from './equivalences.controller.ts';
import { EquivalencesService } from './equivalences.service.ts';

@Module({
  controllers: [EquivalencesController],
  providers: [EquivalencesService, EquivalenceMails],
})
export class EquivalencesModule {}
