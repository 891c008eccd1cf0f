import type { Input } from '@jalon/contract';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Caller, Endpoint, Valid } from '../../http/endpoint.ts';
import { DispensationRulesService } from './dispensation-rules.service.ts';
import { RuleProposalsService } from './rule-proposals.service.ts';

@Controller()
export class DispensationRulesController {
  constructor(
    private readonly rules: DispensationRulesService,
    private readonly proposals: RuleProposalsService,
  ) {}

  @Endpoint('GET /frameworks/:frameworkId/dispensation-rules')
  list(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /frameworks/:frameworkId/dispensation-rules'>,
  ) {
    return this.rules.list(actor, input);
  }

  @Endpoint('POST /frameworks/:frameworkId/dispensation-rules')
  write(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /frameworks/:frameworkId/dispensation-rules'>,
  ) {
    return this.rules.write(actor, input);
  }

  @Endpoint('PUT /dispensation-rules/:ruleId')
  change(@Caller() actor: Actor, @Valid() input: Input<'PUT /dispensation-rules/:ruleId'>) {
    return this.rules.change(actor, input);
  }

  @Endpoint('POST /dispensation-rules/:ruleId/withdrawal')
  withdraw(
    @Caller() actor: Actor,
    @Valid() input: Input<'POST /dispensation-rules/:ruleId/withdrawal'>,
  ) {
    return this.rules.withdraw(actor, input);
  }

  @Endpoint('GET /enrolments/:enrolmentId/dispensation-rules')
  propose(
    @Caller() actor: Actor,
    @Valid() input: Input<'GET /enrolments/:enrolmentId/dispensation-rules'>,
  ) {
    return this.proposals.propose(actor, input);
  }
}
