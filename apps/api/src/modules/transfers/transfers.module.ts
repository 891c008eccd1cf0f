import { Module } from '@nestjs/common';
import { IssuersModule } from '../issuers/issuers.module.ts';
import { TransfersController } from './transfers.controller.ts';
import { TransfersService } from './transfers.service.ts';

@Module({
  imports: [IssuersModule],
  controllers: [TransfersController],
  providers: [TransfersService],
})
export class TransfersModule {}
