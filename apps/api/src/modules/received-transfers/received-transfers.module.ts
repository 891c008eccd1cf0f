import { Module } from '@nestjs/common';
import { IssuersModule } from '../issuers/issuers.module.ts';
import { ReceivedBlocksService } from './received-blocks.service.ts';
import { ReceivedTransferMails } from './received-transfer-mails.ts';
import { ReceivedTransfersController } from './received-transfers.controller.ts';
import { ReceivedTransfersService } from './received-transfers.service.ts';

@Module({
  imports: [IssuersModule],
  controllers: [ReceivedTransfersController],
  providers: [ReceivedTransfersService, ReceivedBlocksService, ReceivedTransferMails],
})
export class ReceivedTransfersModule {}
