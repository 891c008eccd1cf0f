import type { Input, Output, SummonsRow } from '@jalon/contract';
import { findSummonsObstacle, formatName, judgeSummons, type SummonsLine } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { scopeCohorts } from '../cohorts/cohort-scope.ts';
import { isJustSent } from './is-just-sent.ts';
import { listToCome } from './summons-lines.ts';

const withSummons = {
  person: true,
  // Those to an assessment event are the event's.
  summons: { where: { eventId: null }, orderBy: { createdAt: 'desc' }, take: 1 },
} as const satisfies Prisma.EnrolmentInclude;
type Enrolment = Prisma.EnrolmentGetPayload<{ include: typeof withSummons }>;

/** Convocations: a person sends them, and sees whether they still hold. */
@Injectable()
export class SummonsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/summons'>,
  ): Promise<Output<'GET /cohorts/:cohortId/summons'>> {
    return this.db.run(actor, async ({ tx }) => {
      await findCohort(tx, actor, params.cohortId);
      const enrolments = await readEnrolments(tx, { cohortId: params.cohortId, state: 'active' });
      const rows: SummonsRow[] = [];
      for (const enrolment of enrolments) rows.push(await this.describe(tx, enrolment));
      return rows;
    });
  }

  /** Each learner's is drawn and mailed by a job of its own. */
  send(
    actor: Actor,
    { params, body }: Input<'POST /cohorts/:cohortId/summons'>,
  ): Promise<Output<'POST /cohorts/:cohortId/summons'>> {
    return this.db.run(actor, async ({ tx, audit, enqueue }) => {
      await findCohort(tx, actor, params.cohortId);
      const ids = [...new Set(body.enrolmentIds)];
      const where = { cohortId: params.cohortId, id: { in: ids } };
      // One sender at a time for these learners.
      await tx.$queryRaw`select id from enrolment where id = any (${ids}::uuid[]) order by id for no key update`;
      const enrolments = await readEnrolments(tx, where);
      found(enrolments.length === ids.length ? enrolments : null, 'Un de ces apprenants');
      const skipped: string[] = [];
      let sent = 0;
      for (const enrolment of enrolments) {
        const reason = await this.findReasonNotTo(tx, enrolment);
        if (reason !== null) {
          skipped.push(`${formatName(enrolment.person)} : ${reason}`);
          continue;
        }
        const { id } = await tx.summons.create({
          data: {
            centreId: actor.centreId,
            enrolmentId: enrolment.id,
            createdByUserId: actor.userId,
            createdAt: this.clock.now(),
          },
        });
        enqueue({ name: 'summons.send', payload: { summonsId: id } });
        audit({ action: 'summons.sent', subjectId: enrolment.id, data: { summonsId: id } });
        sent += 1;
      }
      return { sent, skipped };
    });
  }

  private async findReasonNotTo(tx: Tx, enrolment: Enrolment): Promise<string | null> {
    const { obstacle } = await this.describe(tx, enrolment);
    if (obstacle !== null) return obstacle;
    const [last] = enrolment.summons;
    return isJustSent(last?.createdAt, this.clock.now()) ? 'sa convocation vient de partir.' : null;
  }

  private async describe(tx: Tx, enrolment: Enrolment): Promise<SummonsRow> {
    const today = this.clock.today();
    const { lines } = await listToCome(tx, enrolment, today);
    const [last] = enrolment.summons;
    const told = (last?.content ?? null) as unknown as SummonsLine[] | null;
    return {
      enrolmentId: enrolment.id,
      learnerName: formatName(enrolment.person),
      slotCount: lines.length,
      state: last ? judgeSummons({ told, now: lines, today }) : 'none',
      lastSentAt: last?.createdAt.toISOString() ?? null,
      obstacle: findSummonsObstacle({
        hasEmail: enrolment.person.email !== null,
        isActive: enrolment.state === 'active',
        slotCount: lines.length,
      }),
    };
  }
}

const findCohort = async (tx: Tx, actor: Actor, id: string) =>
  found(await tx.cohort.findFirst({ where: { id, AND: [scopeCohorts(actor)] } }), 'Cette cohorte');

const readEnrolments = (tx: Tx, where: Prisma.EnrolmentWhereInput): Promise<Enrolment[]> =>
  tx.enrolment.findMany({
    where,
    include: withSummons,
    orderBy: [{ person: { birthName: 'asc' } }, { person: { givenName: 'asc' } }, { id: 'asc' }],
  });
