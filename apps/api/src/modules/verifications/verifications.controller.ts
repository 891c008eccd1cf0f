import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Visit } from '../../auth/actor.ts';
import { Endpoint, Valid } from '../../http/endpoint.ts';
import { Visitor } from '../../http/visit.ts';
import { VerificationsService } from './verifications.service.ts';

@Controller()
export class VerificationsController {
  constructor(private readonly verifications: VerificationsService) {}

  @Endpoint('GET /verifications/:verificationCode')
  read(@Valid() input: Input<'GET /verifications/:verificationCode'>, @Visitor() visit: Visit) {
    return this.verifications.read(input, visit);
  }

  @Endpoint('GET /verifications/:verificationCode/credential')
  credential(
    @Valid() input: Input<'GET /verifications/:verificationCode/credential'>,
    @Visitor() visit: Visit,
  ) {
    return this.verifications.credential(input, visit);
  }
}
