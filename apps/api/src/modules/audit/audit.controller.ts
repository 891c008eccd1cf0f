import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { AuditService } from './audit.service.ts';

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Endpoint('GET /audit-events')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /audit-events'>) {
    return this.audit.list(actor, input);
  }
}
