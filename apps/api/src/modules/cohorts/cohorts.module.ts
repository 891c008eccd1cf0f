import { Module } from '@nestjs/common';
import { CohortsController } from './cohorts.controller.ts';
import { CohortsService } from './cohorts.service.ts';

@Module({ controllers: [CohortsController], providers: [CohortsService] })
export class CohortsModule {}
