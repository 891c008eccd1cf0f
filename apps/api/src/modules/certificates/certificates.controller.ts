import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { CertificateDocuments } from './certificate-documents.ts';
import { CertificateRevocations } from './certificate-revocations.service.ts';
import { CertificatesService } from './certificates.service.ts';
import { CpamLetters } from './cpam-letters.ts';

@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesService,
    private readonly documents: CertificateDocuments,
    private readonly letters: CpamLetters,
    private readonly revocations: CertificateRevocations,
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

  @Endpoint('GET /certificates/:certificateId/cpam-letter')
  writeCpamLetter(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /certificates/:certificateId/cpam-letter'>,
  ) {
    return this.letters.download(actor, input);
  }

  @Endpoint('GET /certificates/:certificateId/document')
  download(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /certificates/:certificateId/document'>,
  ) {
    return this.documents.download(actor, input);
  }

  @Endpoint('GET /certificates/:certificateId/credential')
  credential(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /certificates/:certificateId/credential'>,
  ) {
    return this.documents.credential(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/block-attestations')
  issueBlocks(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/block-attestations'>,
  ) {
    return this.certificates.issueBlocks(actor, input);
  }

  @Endpoint('POST /certificates/:certificateId/revocation')
  revoke(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /certificates/:certificateId/revocation'>,
  ) {
    return this.revocations.revoke(actor, input);
  }

  @Endpoint('POST /certificates/:certificateId/replacement')
  replace(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /certificates/:certificateId/replacement'>,
  ) {
    return this.revocations.replace(actor, input);
  }
}
