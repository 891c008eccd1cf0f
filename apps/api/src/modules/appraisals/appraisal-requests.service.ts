import type { Input, Output } from '@jalon/contract';
import {
  type CompetenceBlock,
  checkRequestBlocks,
  checkRequestDay,
  checkRequestLearners,
  formatName,
  planAppraisalRequests,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { loadAcquiredBlocks } from './appraisals.queries.ts';
import { loadLearners, toCandidate } from './learners.queries.ts';
import { loadTutorReach } from './tutor-reach.ts';
import { TutorRequests } from './tutor-requests.ts';

/** The office asks tutors for appraisals. */
@Injectable()
export class AppraisalRequestsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tutorRequests: TutorRequests,
  ) {}

  listOptions(actor: Actor): Promise<Output<'GET /appraisals/request-options'>> {
    return this.db.run(actor, async ({ tx }) => {
      const cohorts = await tx.cohort.findMany({
        where: { enrolments: { some: { state: 'active' } } },
        select: { id: true, name: true, frameworkVersionId: true },
        orderBy: { startsOn: 'desc' },
      });
      const frameworks = await loadFrameworks(
        tx,
        cohorts.map((cohort) => cohort.frameworkVersionId),
      );
      const reachOf = await loadTutorReach(tx);
      const learners = await loadLearners(tx, { state: 'active' }, this.clock.today());
      return cohorts.map(({ id, name, frameworkVersionId }) => ({
        cohort: { id, name },
        blocks: (frameworks.get(frameworkVersionId)?.blocks ?? []).map((block) => ({
          code: block.code,
          name: block.name,
          competenceCount: block.competences.length,
        })),
        learners: learners
          .filter(({ enrolment }) => enrolment.cohortId === id)
          .map(({ enrolment, tutor }) => ({
            enrolmentId: enrolment.id,
            name: formatName(enrolment.person),
            tutorName: tutor && formatName(tutor),
            isTutorReached: reachOf(tutor) === 'link',
          })),
      }));
    });
  }

  request(actor: Actor, { body }: Input<'POST /appraisals'>): Promise<Output<'POST /appraisals'>> {
    const today = this.clock.today();
    raiseFindings(checkRequestDay(body.dueOn, today));
    return this.db.run(actor, async (unit) => {
      const { tx } = unit;
      const blocks = await this.loadBlocks(tx, body.cohortId, body.blockCodes);
      const { cohortId, enrolmentIds } = body;
      const wanted = await tx.enrolment.findMany({
        where: { cohortId, state: 'active', ...(enrolmentIds ? { id: { in: enrolmentIds } } : {}) },
        select: { id: true },
      });
      await holdEnrolments(
        tx,
        wanted.map(({ id }) => id),
      );
      const learners = await loadLearners(
        tx,
        { cohortId, state: 'active', ...(enrolmentIds ? { id: { in: enrolmentIds } } : {}) },
        today,
      );
      raiseFindings(
        checkRequestLearners(
          enrolmentIds ?? null,
          learners.map(({ enrolment }) => enrolment.id),
        ),
      );
      const acquired = await loadAcquiredBlocks(
        tx,
        learners.map(({ enrolment }) => enrolment.id),
        today,
      );
      const plan = planAppraisalRequests(
        blocks,
        learners.map((learner) => toCandidate(learner, acquired, today)),
      );
      const { label, dueOn } = body;
      const asked = await this.tutorRequests.ask(unit, actor, {
        learners,
        blocks,
        label,
        dueOn,
        requests: plan.requests,
        campaignId: null,
      });
      return {
        requested: asked.requested,
        mails: asked.mails,
        onPaper: asked.onPaper,
        skipped: [...plan.skipped, ...asked.unreachable],
      };
    });
  }

  private async loadBlocks(
    tx: Tx,
    cohortId: string,
    codes: readonly string[],
  ): Promise<CompetenceBlock[]> {
    const cohort = found(await tx.cohort.findFirst({ where: { id: cohortId } }), 'Cette cohorte');
    const frameworks = await loadFrameworks(tx, [cohort.frameworkVersionId]);
    const blocks = frameworks.get(cohort.frameworkVersionId)?.blocks ?? [];
    raiseFindings(
      checkRequestBlocks(
        codes,
        blocks.map(({ code }) => code),
      ),
    );
    return codes.flatMap((code) => blocks.filter((block) => block.code === code));
  }
}
