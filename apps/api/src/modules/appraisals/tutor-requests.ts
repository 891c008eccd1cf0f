import {
  type CompetenceBlock,
  formatSpokenName,
  type PlainDate,
  type PlannedRequest,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import type { Tx, UnitOfWork } from '../../db/database.ts';
import { fromDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { AppraisalLinks, type AskedOf } from './appraisal-links.ts';
import type { LearnerToAppraise } from './learners.queries.ts';
import { RequestEnds } from './request-ends.ts';
import { requestEndOf } from './request-standing.ts';

/** What a person or a campaign asks, and of whom. */
interface Asking {
  readonly requests: readonly PlannedRequest[];
  readonly learners: readonly LearnerToAppraise[];
  readonly blocks: readonly CompetenceBlock[];
  readonly label: string;
  readonly dueOn: PlainDate;
  readonly campaignId: string | null;
}

interface Created {
  readonly id: string;
  readonly learner: LearnerToAppraise;
  readonly block: CompetenceBlock;
}

export interface Asked {
  readonly requested: number;
  readonly mails: number;
  readonly onPaper: number;
  readonly unreachable: readonly { enrolmentId: string; blockCode: string; reason: string }[];
}

/** Whoever asks, and signs the mails. */
type Asker = Pick<Actor, 'centreId' | 'userId'>;

/** Writes down what is asked of tutors and sends each one mail, for a person or for a campaign. */
@Injectable()
export class TutorRequests {
  constructor(
    private readonly clock: Clock,
    private readonly links: AppraisalLinks,
    private readonly ends: RequestEnds,
  ) {}

  /** The enrolments are held by the caller. */
  async ask(unit: UnitOfWork, actor: Asker, asking: Asking): Promise<Asked> {
    const created = await this.create(unit, actor, asking);
    const sent = await this.mailTutors(unit.tx, actor, created, asking);
    for (const { id, learner, block } of created)
      unit.audit({
        action: 'appraisal.requested',
        subjectId: id,
        data: {
          enrolmentId: learner.enrolment.id,
          blockCode: block.code,
          dueOn: asking.dueOn,
          mailId: sent.mailIds.get(learner.tutor?.id ?? '') ?? null,
          ...(asking.campaignId === null ? {} : { campaignId: asking.campaignId }),
        },
      });
    const onPaper = created.filter(({ learner }) => !sent.mailIds.has(learner.tutor?.id ?? ''));
    return {
      requested: created.length,
      mails: sent.mailIds.size,
      onPaper: onPaper.length,
      unreachable: sent.unreachable,
    };
  }

  private async create(unit: UnitOfWork, actor: Asker, asking: Asking): Promise<Created[]> {
    const created: Created[] = [];
    for (const { enrolmentId, blockCode } of asking.requests) {
      const learner = found(
        asking.learners.find(({ enrolment }) => enrolment.id === enrolmentId),
        'Cet apprenant',
      );
      const block = found(
        asking.blocks.find(({ code }) => code === blockCode),
        'Ce bloc',
      );
      await this.endInterrupted(unit, actor, learner, blockCode);
      const { id } = await unit.tx.appraisal.create({
        data: {
          centreId: actor.centreId,
          enrolmentId,
          employmentId: learner.employment?.id ?? null,
          tutorId: learner.tutor?.id ?? null,
          campaignId: asking.campaignId,
          blockCode,
          label: asking.label,
          dueOn: fromDay(asking.dueOn),
          ratings: {},
          createdAt: this.clock.now(),
        },
      });
      created.push({ id, learner, block });
    }
    return created;
  }

  /** What was asked of a tutor who is no longer in post stays theirs, beside the new request. */
  private async endInterrupted(
    unit: UnitOfWork,
    actor: Asker,
    { enrolment }: LearnerToAppraise,
    blockCode: string,
  ): Promise<void> {
    for (const request of enrolment.appraisals) {
      const end = requestEndOf(request, this.clock.today());
      if (request.blockCode === blockCode && end)
        await this.ends.end(unit, actor, { id: request.id }, end.reason);
    }
  }

  /** One mail a tutor, whatever the number of learners and blocks. */
  private async mailTutors(
    tx: Tx,
    actor: Asker,
    created: readonly Created[],
    { label, dueOn }: Pick<Asking, 'label' | 'dueOn'>,
  ) {
    const mailIds = new Map<string, string>();
    const unreachable: { enrolmentId: string; blockCode: string; reason: string }[] = [];
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
        unreachable.push({
          enrolmentId: first.learner.enrolment.id,
          blockCode: first.block.code,
          reason: sent.refusal.message,
        });
    }
    return { mailIds, unreachable };
  }
}

function groupByTutor(created: readonly Created[]): Created[][] {
  const groups = new Map<string, Created[]>();
  for (const one of created) {
    const tutorId = one.learner.tutor?.id ?? '';
    groups.set(tutorId, [...(groups.get(tutorId) ?? []), one]);
  }
  return [...groups.values()];
}
