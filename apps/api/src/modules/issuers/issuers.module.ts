import { Module } from '@nestjs/common';
import { IssuerKeys } from './issuer-keys.ts';
import { IssuersController } from './issuers.controller.ts';
import { IssuersService } from './issuers.service.ts';
import { PublishedKeys } from './published-keys.ts';
import { StatusLists } from './status-lists.ts';

@Module({
  controllers: [IssuersController],
  providers: [IssuersService, IssuerKeys, PublishedKeys, StatusLists],
  exports: [IssuerKeys, PublishedKeys, StatusLists],
})
export class IssuersModule {}
