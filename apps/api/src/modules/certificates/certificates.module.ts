import { Module } from '@nestjs/common';
import { CertificateDocuments } from './certificate-documents.ts';
import { CertificatesController } from './certificates.controller.ts';
import { CertificatesService } from './certificates.service.ts';

@Module({
  controllers: [CertificatesController],
  providers: [CertificatesService, CertificateDocuments],
})
export class CertificatesModule {}
