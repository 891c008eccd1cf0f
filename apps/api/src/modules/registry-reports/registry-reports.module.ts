import { Module } from '@nestjs/common';
import { AcknowledgementsService } from './acknowledgements.service.ts';
import { NirService } from './nir.service.ts';
import { RegistryReportsController } from './registry-reports.controller.ts';
import { RegistryReportsService } from './registry-reports.service.ts';
import { RegistrySettingsService } from './registry-settings.service.ts';
import { ReportFiles } from './report-files.ts';

@Module({
  controllers: [RegistryReportsController],
  providers: [
    RegistryReportsService,
    RegistrySettingsService,
    AcknowledgementsService,
    NirService,
    ReportFiles,
  ],
})
export class RegistryReportsModule {}
