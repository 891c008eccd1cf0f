import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { CentresService } from './centres.service.ts';
import { PlatformCentresService } from './platform-centres.service.ts';

@Controller()
export class CentresController {
  constructor(
    private readonly centres: CentresService,
    private readonly platform: PlatformCentresService,
  ) {}

  @Endpoint('GET /centre')
  read(@Caller() actor: Actor) {
    return this.centres.read(actor);
  }

  @Endpoint('GET /sites')
  sites(@Caller() actor: Actor) {
    return this.centres.sites(actor);
  }

  @Endpoint('POST /sites')
  addSite(@Caller() actor: Actor, @Valid() input: Input<'POST /sites'>) {
    return this.centres.addSite(actor, input);
  }

  @Endpoint('PUT /sites/:siteId')
  saveSite(@Caller() actor: Actor, @Valid() input: Input<'PUT /sites/:siteId'>) {
    return this.centres.saveSite(actor, input);
  }

  @Endpoint('POST /sites/:siteId/closures')
  addClosure(@Caller() actor: Actor, @Valid() input: Input<'POST /sites/:siteId/closures'>) {
    return this.centres.addClosure(actor, input);
  }

  @Endpoint('DELETE /sites/:siteId/closures/:closureId')
  removeClosure(
    @Caller() actor: Actor,
    @Valid() input: Input<'DELETE /sites/:siteId/closures/:closureId'>,
  ) {
    return this.centres.removeClosure(actor, input);
  }

  @Endpoint('POST /centre/members')
  addMember(@Caller() actor: Actor, @Valid() input: Input<'POST /centre/members'>) {
    return this.centres.addMember(actor, input);
  }

  @Endpoint('POST /centre/members/:membershipId/end')
  endMember(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /centre/members/:membershipId/end'>,
  ) {
    return this.centres.endMember(actor, input);
  }

  @Endpoint('POST /centre/members/:membershipId/reopen')
  reopenMember(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /centre/members/:membershipId/reopen'>,
  ) {
    return this.centres.reopenMember(actor, input);
  }

  @Endpoint('GET /platform/centres')
  listCentres() {
    return this.platform.list();
  }

  @Endpoint('POST /platform/centres')
  openCentre(@Caller() actor: Actor, @Valid() input: Input<'POST /platform/centres'>) {
    return this.platform.open(actor, input);
  }
}
