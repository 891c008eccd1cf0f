import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { AcknowledgementsService } from './acknowledgements.service.ts';
import { NirService } from './nir.service.ts';
import { RegistryReportsService } from './registry-reports.service.ts';
import { RegistrySettingsService } from './registry-settings.service.ts';
import { ReportFiles } from './report-files.ts';

@Controller()
export class RegistryReportsController {
  constructor(
    private readonly reports: RegistryReportsService,
    private readonly settings: RegistrySettingsService,
    private readonly acknowledgements: AcknowledgementsService,
    private readonly nirs: NirService,
    private readonly files: ReportFiles,
  ) {}

  @Endpoint('GET /registry-settings')
  readSettings(@Caller() actor: Actor) {
    return this.settings.read(actor);
  }

  @Endpoint('PUT /registry-settings')
  saveSettings(@Caller() actor: Actor, @Valid() input: Input<'PUT /registry-settings'>) {
    return this.settings.save(actor, input);
  }

  @Endpoint('GET /registry-reports')
  list(@Caller() actor: Actor) {
    return this.reports.list(actor);
  }

  @Endpoint('POST /registry-reports')
  produce(@Caller() actor: Actor) {
    return this.reports.produce(actor);
  }

  @Endpoint('GET /registry-reports/certified')
  listCertified(@Caller() actor: Actor) {
    return this.reports.listCertified(actor);
  }

  @Endpoint('GET /registry-reports/:reportId/file')
  download(@Caller() actor: Actor, @Valid() input: Input<'GET /registry-reports/:reportId/file'>) {
    return this.files.download(actor, input);
  }

  @Endpoint('POST /registry-reports/:reportId/refusal')
  noteRefusal(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /registry-reports/:reportId/refusal'>,
  ) {
    return this.acknowledgements.noteRefusal(actor, input);
  }

  @Endpoint('POST /registry-acknowledgements')
  importAcknowledgement(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /registry-acknowledgements'>,
  ) {
    return this.acknowledgements.import(actor, input);
  }

  @Endpoint('PUT /people/:personId/nir')
  saveNir(@Caller() actor: Actor, @Valid() input: Input<'PUT /people/:personId/nir'>) {
    return this.nirs.save(actor, input);
  }
}
