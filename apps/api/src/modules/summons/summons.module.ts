import { Module } from '@nestjs/common';
import { SummonsController } from './summons.controller.ts';
import { SummonsProducer } from './summons.jobs.ts';
import { SummonsService } from './summons.service.ts';

@Module({ controllers: [SummonsController], providers: [SummonsService, SummonsProducer] })
export class SummonsModule {}
