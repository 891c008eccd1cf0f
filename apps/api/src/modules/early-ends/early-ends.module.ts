import { Module } from '@nestjs/common';
import { EarlyEndsController } from './early-ends.controller.ts';
import { EarlyEndsService } from './early-ends.service.ts';

@Module({ controllers: [EarlyEndsController], providers: [EarlyEndsService] })
export class EarlyEndsModule {}
