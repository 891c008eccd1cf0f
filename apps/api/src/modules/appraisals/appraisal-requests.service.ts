import type { Input, Output } from '@jalon/contract';
import {
  type CompetenceBlock,
  formatName,
  formatSpokenName,
  type PlainDate,
  planAppraisalRequests,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, toDayOrNull } from '../../db/days.ts';
import { found, invalid } from '../../http/domain-error.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { AppraisalLinks, type AskedOf } from './appraisal-links.ts';
import { loadAcquiredBlocks } from './appraisals.queries.ts';
import { type LearnerToAppraise, loadLearners } from './learners.queries.ts';
import { RequestEnds } from './request-ends.ts';
import { requestEndOf } from './request-standing.ts';
import { loadTutorReach } from './tutor-reach.ts';

type Skipped = Output<'POST /appraisals'>['skipped'][number];

/** The office asks tutors for appraisals. */
@Injectable()
export class AppraisalRequestsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: AppraisalLinks,
    private readonly ends: RequestEnds,
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
    if (body.dueOn < today)
      throw invalid([{ pointer: '/dueOn', message: 'Choisissez une date à venir.' }]);
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      const blocks = await this.loadBlocks(tx, body.cohortId, body.blockCodes);
      const { cohortId, enrolmentIds } = body;
      const asked = await tx.enrolment.findMany({
        where: { cohortId, state: 'active', ...(enrolmentIds ? { id: { in: enrolmentIds } } : {}) },
        select: { id: true },
      });
      await holdEnrolments(
        tx,
        asked.map(({ id }) => id),
      );
      const learners = await loadLearners(
        tx,
        { cohortId, state: 'active', ...(enrolmentIds ? { id: { in: enrolmentIds } } : {}) },
        today,
      );
      if (enrolmentIds && learners.length < new Set(enrolmentIds).size)
        throw invalid([
          { pointer: '/enrolmentIds', message: 'Un apprenant choisi n’est plus dans la cohorte.' },
        ]);
      const acquired = await loadAcquiredBlocks(
        tx,
        learners.map(({ enrolment }) => enrolment.id),
      );
      const plan = planAppraisalRequests(
        blocks,
        learners.map((learner) => toCandidate(learner, acquired, today)),
      );
      const created = [];
      for (const { enrolmentId, blockCode } of plan.requests) {
        const learner = found(
          learners.find(({ enrolment }) => enrolment.id === enrolmentId),
          'Cet apprenant',
        );
        const block = found(
          blocks.find(({ code }) => code === blockCode),
          'Ce bloc',
        );
        await this.endInterrupted(unit, actor, learner, blockCode);
        const { id } = await tx.appraisal.create({
          data: {
            centreId: actor.centreId,
            enrolmentId,
            employmentId: learner.employment?.id ?? null,
            tutorId: learner.tutor?.id ?? null,
            blockCode,
            label: body.label,
            dueOn: fromDay(body.dueOn),
            ratings: {},
            createdAt: this.clock.now(),
          },
        });
        created.push({ id, learner, block });
      }
      const sent = await this.mailTutors(tx, actor, created, body.label, body.dueOn);
      for (const { id, learner, block } of created)
        audit({
          action: 'appraisal.requested',
          subjectId: id,
          data: {
            enrolmentId: learner.enrolment.id,
            blockCode: block.code,
            dueOn: body.dueOn,
            mailId: sent.mailIds.get(learner.tutor?.id ?? '') ?? null,
          },
        });
      const onPaper = created.filter(({ learner }) => !sent.mailIds.has(learner.tutor?.id ?? ''));
      return {
        requested: created.length,
        mails: sent.mailIds.size,
        onPaper: onPaper.length,
        skipped: [...plan.skipped, ...sent.unreachable],
      };
    });
  }

  /** What was asked of a tutor who is no longer in post stays theirs, beside the new request. */
  private async endInterrupted(
    unit: UnitOfWork,
    actor: Actor,
    { enrolment }: LearnerToAppraise,
    blockCode: string,
  ): Promise<void> {
    for (const request of enrolment.appraisals) {
      const end = requestEndOf(request, this.clock.today());
      if (request.blockCode === blockCode && end)
        await this.ends.end(unit, actor, { id: request.id }, end.reason);
    }
  }

  private async loadBlocks(
    tx: Tx,
    cohortId: string,
    codes: readonly string[],
  ): Promise<CompetenceBlock[]> {
    const cohort = found(await tx.cohort.findFirst({ where: { id: cohortId } }), 'Cette cohorte');
    const frameworks = await loadFrameworks(tx, [cohort.frameworkVersionId]);
    const blocks = frameworks.get(cohort.frameworkVersionId)?.blocks ?? [];
    return codes.map((code, index) => {
      const block = blocks.find((one) => one.code === code);
      if (block) return block;
      const message = `Le bloc ${code} n’est pas dans le référentiel de cette cohorte.`;
      throw invalid([{ pointer: `/blockCodes/${index}`, message }]);
    });
  }

  /** One mail a tutor, whatever the number of learners and blocks. */
  private async mailTutors(
    tx: Tx,
    actor: Actor,
    created: readonly { id: string; learner: LearnerToAppraise; block: CompetenceBlock }[],
    label: string,
    dueOn: PlainDate,
  ) {
    const mailIds = new Map<string, string>();
    const unreachableOnes: Skipped[] = [];
    for (const group of groupByTutor(created)) {
      const [first] = group;
      const tutor = first?.learner.tutor;
      if (!first || !tutor) continue;
      const asked: AskedOf['asked'] = group.map(({ id, learner, block }) => ({
        appraisalId: id,
        learnerName: formatSpokenName(learner.enrolment.person),
        blockName: block.name,
      }));
      const sent = await this.links.send(tx, actor, { tutor, asked, label, dueOn });
      if ('mailId' in sent) mailIds.set(tutor.id, sent.mailId);
      else
        unreachableOnes.push({
          enrolmentId: first.learner.enrolment.id,
          blockCode: first.block.code,
          reason: sent.refusal.message,
        });
    }
    return { mailIds, unreachable: unreachableOnes };
  }
}

function toCandidate(
  { enrolment, tutor }: LearnerToAppraise,
  acquired: Awaited<ReturnType<typeof loadAcquiredBlocks>>,
  today: PlainDate,
) {
  return {
    enrolmentId: enrolment.id,
    learnerName: formatSpokenName(enrolment.person),
    tutor: tutor && { name: formatSpokenName(tutor), email: tutor.email },
    open: enrolment.appraisals
      .filter((request) => requestEndOf(request, today) === null)
      .map(({ blockCode, dueOn }) => ({ blockCode, dueOn: toDayOrNull(dueOn) })),
    acquired: acquired.filter(({ enrolmentId }) => enrolmentId === enrolment.id),
  };
}

function groupByTutor<T extends { learner: LearnerToAppraise }>(created: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of created) {
    const tutorId = one.learner.tutor?.id ?? '';
    groups.set(tutorId, [...(groups.get(tutorId) ?? []), one]);
  }
  return [...groups.values()];
}
