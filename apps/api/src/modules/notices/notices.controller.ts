import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { NoticesService } from './notices.service.ts';

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Endpoint('GET /juries/:juryId/notices')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /juries/:juryId/notices'>) {
    return this.notices.list(actor, input);
  }

  @Endpoint('POST /juries/:juryId/notices')
  send(@Caller() actor: Actor, @Valid() input: Input<'POST /juries/:juryId/notices'>) {
    return this.notices.send(actor, input);
  }

  @Endpoint('GET /juries/:juryId/notices/:enrolmentId')
  download(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /juries/:juryId/notices/:enrolmentId'>,
  ) {
    return this.notices.download(actor, input);
  }

  @Endpoint('GET /notices/:noticeId/document')
  downloadOwn(@Caller() actor: Actor, @Valid() input: Input<'GET /notices/:noticeId/document'>) {
    return this.notices.downloadOwn(actor, input);
  }
}
