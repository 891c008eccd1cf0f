import type { FundingView, Input } from '@jalon/contract';
import { checkFundingRequest, checkNewFundingRequest } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, fromDayOrNull } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import {
  type FundedEnrolment,
  fundingFacts,
  viewFunding,
  viewRequest,
  withFunding,
} from './view-funding.ts';

/** What is sent to the OPCO for a course, and what it answers. */
@Injectable()
export class FundingRequestsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  send(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/funding-requests'>,
  ): Promise<FundingView> {
    return this.db.run(actor, async ({ tx, audit }) => {
      // Two sendings noted at the same moment: the second waits here, then is refused.
      await holdEnrolments(tx, [params.enrolmentId]);
      const enrolment = await load(tx, params.enrolmentId);
      const { route, requests } = fundingFacts(enrolment);
      const [refusal] = checkNewFundingRequest(route, requests);
      if (refusal) throw new DomainError('rule_refused', refusal.facts);
      raiseFindings(checkFundingRequest(body, this.clock.today()));
      const id = uuidv7();
      await tx.fundingRequest.create({
        data: {
          centreId: actor.centreId,
          id,
          enrolmentId: enrolment.id,
          createdAt: this.clock.now(),
          ...body,
          ...toColumns(body),
        },
      });
      const { sentOn, receivedOn, answer } = body;
      audit({
        action: 'funding-request.sent',
        subjectId: enrolment.id,
        data: { fundingRequestId: id, sentOn, receivedOn, answer },
      });
      return this.view(await load(tx, enrolment.id));
    });
  }

  save(
    actor: Actor,
    { params, body }: Input<'PUT /funding-requests/:fundingRequestId'>,
  ): Promise<FundingView> {
    const { revision, ...fields } = body;
    return this.db.run(actor, async ({ tx, audit }) => {
      const row = await tx.fundingRequest.findFirst({ where: { id: params.fundingRequestId } });
      const { id, enrolmentId } = found(row, 'Ce dossier');
      raiseFindings(checkFundingRequest(fields, this.clock.today()));
      const { count } = await tx.fundingRequest.updateMany({
        where: { id, revision },
        data: { ...fields, ...toColumns(fields), revision: { increment: 1 } },
      });
      const enrolment = await load(tx, enrolmentId);
      const saved = enrolment.fundingRequests.find((one) => one.id === id);
      if (count === 0 && saved) throw editedMeanwhile(viewRequest(saved));
      const { sentOn, receivedOn, answer, answeredOn } = fields;
      audit({
        action: 'funding-request.corrected',
        subjectId: enrolmentId,
        data: { fundingRequestId: id, sentOn, receivedOn, answer, answeredOn },
      });
      return this.view(enrolment);
    });
  }

  private view(enrolment: FundedEnrolment): FundingView {
    return viewFunding(enrolment, this.clock.today());
  }
}

const load = async (tx: Tx, enrolmentId: string): Promise<FundedEnrolment> =>
  found(
    await tx.enrolment.findFirst({ where: { id: enrolmentId }, include: withFunding }),
    'Cette inscription',
  );

const toColumns = ({
  sentOn,
  receivedOn,
  answeredOn,
}: {
  readonly sentOn: string;
  readonly receivedOn: string | null;
  readonly answeredOn: string | null;
}) => ({
  sentOn: fromDay(sentOn),
  receivedOn: fromDayOrNull(receivedOn),
  answeredOn: fromDayOrNull(answeredOn),
});
