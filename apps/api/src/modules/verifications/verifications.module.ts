import { Module } from '@nestjs/common';
import { VerificationsController } from './verifications.controller.ts';
import { VerificationsService } from './verifications.service.ts';

@Module({ controllers: [VerificationsController], providers: [VerificationsService] })
export class VerificationsModule {}
