import { Module } from '@nestjs/common';
import { AppraisalsModule } from '../appraisals/appraisals.module.ts';
import { CertificateDocuments } from './certificate-documents.ts';
import { CertificatesController } from './certificates.controller.ts';
import { CertificatesService } from './certificates.service.ts';

@Module({
  imports: [AppraisalsModule],
  controllers: [CertificatesController],
  providers: [CertificatesService, CertificateDocuments],
})
export class CertificatesModule {}
