import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import { Endpoint, Valid } from '../../http/endpoint.ts';
import { MailboxService } from './mailbox.service.ts';

@Controller()
export class MailboxController {
  constructor(private readonly mailbox: MailboxService) {}

  @Endpoint('GET /mailbox')
  list(@Valid() input: Input<'GET /mailbox'>) {
    return this.mailbox.list(input);
  }

  @Endpoint('GET /mailbox/attachments/:attachmentId')
  download(@Valid() input: Input<'GET /mailbox/attachments/:attachmentId'>) {
    return this.mailbox.download(input);
  }
}
