import type { Output, Progress } from '@jalon/contract';
import type { ParisMoment } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Query } from '../../db/database.ts';
import { listOwnEvents } from '../assessment-events/list-own-events.ts';
import { isRunning, loadDeadlines } from '../deadlines/deadlines.queries.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import { FrameworkDocuments } from '../frameworks/framework-documents.ts';
import { describeOwnProgress, type OwnDeadline } from './describe-own-progress.ts';
import { readProgressRecords } from './progress.queries.ts';

/** A learner's own page: every read starts from who is asking, never from an id that was sent. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly frameworks: FrameworkDocuments,
  ) {}

  async read(actor: Actor): Promise<Output<'GET /progress'>> {
    const now = this.clock.parisMoment();
    const deadlines = await this.readDeadlines(actor, now);
    const events = await this.db.run(actor, ({ tx }) => listOwnEvents(tx, actor.personId, now.day));
    return this.db.read(actor, async (query) => {
      const records = await readProgressRecords(query, actor.personId, now);
      const enrolments = await this.describe(query, records, { deadlines, events, now });
      return { givenName: records.givenName ?? actor.name, enrolments };
    });
  }

  private async describe(
    query: Query,
    records: Awaited<ReturnType<typeof readProgressRecords>>,
    own: Pick<Parameters<typeof describeOwnProgress>[0], 'deadlines' | 'events' | 'now'>,
  ): Promise<Progress[]> {
    const ids = records.enrolments.map(({ id }) => id);
    const { learners, cohorts } = await readLearnerFacts(query, 'enrolments', ids, own.now);
    const versions = cohorts.map(({ frameworkVersionId }) => frameworkVersionId);
    const documents = await this.frameworks.find(query, versions);
    return records.enrolments.flatMap(({ id }) => {
      const learner = learners.find(({ enrolmentId }) => enrolmentId === id);
      const cohort = cohorts.find((one) => one.id === learner?.cohortId);
      const framework = documents.get(cohort?.frameworkVersionId ?? '');
      if (!learner || !cohort || !framework) return [];
      const progress = describeOwnProgress({ learner, cohort, framework, records, ...own });
      // A course that was left is shown for what is kept of it (S1:L176).
      return progress.hasLeft && progress.blocks.length === 0 ? [] : [progress];
    });
  }

  private async readDeadlines(actor: Actor, { day }: ParisMoment): Promise<OwnDeadline[]> {
    const employments = await this.db.run(actor, ({ tx }) =>
      loadDeadlines(tx, { personId: actor.personId, state: { not: 'withdrawn' } }, day),
    );
    return employments
      .filter(({ employment }) => isRunning(employment, day))
      .flatMap(({ enrolment, deadlines }) =>
        deadlines.map((row) => ({ row, settledOn: row.settledOn, enrolmentId: enrolment.id })),
      );
  }
}
