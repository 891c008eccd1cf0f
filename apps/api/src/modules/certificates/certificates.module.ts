import { Module } from '@nestjs/common';
import { AppraisalsModule } from '../appraisals/appraisals.module.ts';
import { IssuersModule } from '../issuers/issuers.module.ts';
import { CertificateDocuments } from './certificate-documents.ts';
import { CertificateRevocations } from './certificate-revocations.service.ts';
import { CertificateWriter } from './certificate-writer.ts';
import { CertificatesController } from './certificates.controller.ts';
import { CertificatesService } from './certificates.service.ts';
import { CpamLetterJobs } from './cpam-letters.jobs.ts';
import { CpamLetters } from './cpam-letters.ts';

@Module({
  imports: [AppraisalsModule, IssuersModule],
  controllers: [CertificatesController],
  providers: [
    CertificatesService,
    CertificateWriter,
    CertificateRevocations,
    CertificateDocuments,
    CpamLetters,
    CpamLetterJobs,
  ],
})
export class CertificatesModule {}
