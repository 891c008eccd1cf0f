import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { CorrectionsService } from './corrections.service.ts';
import { DispensationListService } from './dispensation-list.service.ts';
import { DispensationsService } from './dispensations.service.ts';
import { EvidenceService } from './evidence.service.ts';

@Controller()
export class DispensationsController {
  constructor(
    private readonly dispensations: DispensationsService,
    private readonly requests: DispensationListService,
    private readonly corrections: CorrectionsService,
    private readonly evidence: EvidenceService,
  ) {}

  @Endpoint('GET /dispensations')
  list(@Caller() actor: Actor, @Valid() input: Input<'GET /dispensations'>) {
    return this.requests.list(actor, input);
  }

  @Endpoint('GET /dispensations/:dispensationId')
  read(@Caller() actor: Actor, @Valid() input: Input<'GET /dispensations/:dispensationId'>) {
    return this.dispensations.read(actor, input);
  }

  @Endpoint('POST /enrolments/:enrolmentId/dispensations')
  create(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /enrolments/:enrolmentId/dispensations'>,
  ) {
    return this.dispensations.create(actor, input);
  }

  @Endpoint('PUT /dispensations/:dispensationId')
  save(@Caller() actor: Actor, @Valid() input: Input<'PUT /dispensations/:dispensationId'>) {
    return this.dispensations.save(actor, input);
  }

  @Endpoint('POST /dispensations/:dispensationId/removal')
  remove(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /dispensations/:dispensationId/removal'>,
  ) {
    return this.dispensations.remove(actor, input);
  }

  @Endpoint('PUT /dispensations/:dispensationId/evidence-items')
  gatherEvidence(
    @Caller() actor: Actor,
    @Valid() input: Input<'PUT /dispensations/:dispensationId/evidence-items'>,
  ) {
    return this.evidence.gather(actor, input);
  }

  @Endpoint('POST /dispensations/:dispensationId/advance')
  advance(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /dispensations/:dispensationId/advance'>,
  ) {
    return this.dispensations.advance(actor, input);
  }

  @Endpoint('POST /dispensations/:dispensationId/answer')
  enterAnswer(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /dispensations/:dispensationId/answer'>,
  ) {
    return this.dispensations.enterAnswer(actor, input);
  }

  @Endpoint('POST /dispensations/:dispensationId/decide')
  decide(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /dispensations/:dispensationId/decide'>,
  ) {
    return this.dispensations.decide(actor, input);
  }

  @Endpoint('POST /dispensations/:dispensationId/answer-rectification')
  rectifyAnswer(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /dispensations/:dispensationId/answer-rectification'>,
  ) {
    return this.corrections.rectifyAnswer(actor, input);
  }

  @Endpoint('POST /dispensations/:dispensationId/decision-rectification')
  rectifyDecision(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /dispensations/:dispensationId/decision-rectification'>,
  ) {
    return this.corrections.rectifyDecision(actor, input);
  }

  @Endpoint('POST /dispensations/:dispensationId/withdrawal')
  withdraw(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /dispensations/:dispensationId/withdrawal'>,
  ) {
    return this.corrections.withdraw(actor, input);
  }
}
