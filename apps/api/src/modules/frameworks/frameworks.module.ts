import { Module } from '@nestjs/common';
import { FrameworksController } from './frameworks.controller.ts';
import { FrameworksService } from './frameworks.service.ts';

@Module({ controllers: [FrameworksController], providers: [FrameworksService] })
export class FrameworksModule {}
