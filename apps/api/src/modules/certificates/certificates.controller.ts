import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { CertificateDocuments } from './certificate-documents.ts';
import { CertificatesService } from './certificates.service.ts';

@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly documents: CertificateDocuments,
  ) {}

  @Endpoint('GET /certificates')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /certificates'>) {
    return this.certificates.list(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/certificate')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /enrolments/:enrolmentId/certificate'>) {
    return this.certificates.read(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/certificate')
  issue(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/certificate'>,
  ) {
    return this.certificates.issue(actor, input);
  }

  @Endpoint('PUT /certificates/:certificateId/cpam-copy')
  noteCpamCopy(
    @Caller() actor: Actor,
    @Valid() input: Input<'PUT /certificates/:certificateId/cpam-copy'>,
  ) {
    return this.certificates.noteCpamCopy(actor, input);
  }

  @Endpoint('GET /certificates/:certificateId/document')
  download(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /certificates/:certificateId/document'>,
  ) {
    return this.documents.download(actor, input);
  }
}
