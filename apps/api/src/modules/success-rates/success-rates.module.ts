import { Module } from '@nestjs/common';
import { SuccessRatesController } from './success-rates.controller.ts';
import { SuccessRatesService } from './success-rates.service.ts';

@Module({ controllers: [SuccessRatesController], providers: [SuccessRatesService] })
export class SuccessRatesModule {}
