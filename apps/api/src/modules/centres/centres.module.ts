import { Module } from '@nestjs/common';
import { CentresController } from './centres.controller.ts';
import { CentresService } from './centres.service.ts';
import { FirstAdministrator } from './first-administrator.service.ts';
import { PlatformCentresService } from './platform-centres.service.ts';

@Module({
  controllers: [CentresController],
  providers: [CentresService, PlatformCentresService, FirstAdministrator],
})
export class CentresModule {}
