import { Module } from '@nestjs/common';
import { NoticesController } from './notices.controller.ts';
import { NoticeProducer } from './notices.jobs.ts';
import { NoticesService } from './notices.service.ts';

@Module({ controllers: [NoticesController], providers: [NoticesService, NoticeProducer] })
export class NoticesModule {}
