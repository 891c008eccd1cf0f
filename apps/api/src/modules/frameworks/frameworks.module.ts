import { Module } from '@nestjs/common';
import { FrameworkDocuments } from './framework-documents.ts';
import { FrameworksController } from './frameworks.controller.ts';
import { FrameworksService } from './frameworks.service.ts';

@Module({
  controllers: [FrameworksController],
  providers: [FrameworksService, FrameworkDocuments],
  exports: [FrameworkDocuments],
})
export class FrameworksModule {}
