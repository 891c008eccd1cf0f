import { Module } from '@nestjs/common';
import { VaeItemsController } from './vae-items.controller.ts';
import { VaeItemsService } from './vae-items.service.ts';

@Module({ controllers: [VaeItemsController], providers: [VaeItemsService] })
export class VaeItemsModule {}
