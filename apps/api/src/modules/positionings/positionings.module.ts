import { Module } from '@nestjs/common';
import { PositioningsController } from './positionings.controller.ts';
import { PositioningsService } from './positionings.service.ts';

@Module({ controllers: [PositioningsController], providers: [PositioningsService] })
export class PositioningsModule {}
