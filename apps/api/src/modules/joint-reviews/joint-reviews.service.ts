import type { Input, Output } from '@jalon/contract';
import { checkReviewOpening, formatSpokenName, type PlainDate } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { DomainError, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { type LearnerToAppraise, loadLearners } from '../appraisals/learners.queries.ts';
import { seesWholeCentre } from '../cohorts/cohort-scope.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { taughtBy } from '../enrolments/taught-by.ts';
import { describeParts, describeReview, describeRow } from './describe-review.ts';
import {
  findNextTutor,
  openReviews,
  type ReviewRow,
  standingParts,
  withParts,
} from './joint-reviews.queries.ts';
import { ReviewInvitations, sortInvitations } from './review-invitations.ts';

/** Whose review the actor may open: the office, everyone's; a trainer, of those they teach. */
const scopeLearners = (actor: Actor): Prisma.EnrolmentWhereInput =>
  seesWholeCentre(actor) ? {} : taughtBy(actor);

/** The reviews that the actor looks after: the office, all; a trainer, those they sign. */
const scopeReviews = (actor: Actor): Prisma.JointReviewWhereInput =>
  seesWholeCentre(actor)
    ? {}
    : { parts: { some: { personId: actor.personId, role: 'trainer', endedAt: null } } };

const newestFirst = [
  { heldOn: 'desc' },
  { id: 'desc' },
] satisfies Prisma.JointReviewFindManyArgs['orderBy'];

/** The office's side of a joint review: opened, followed, asked again; never written for another. */
@Injectable()
export class JointReviewsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly invitations: ReviewInvitations,
  ) {}

  list(actor: Actor): Promise<Output<'GET /joint-reviews'>> {
    return this.db.run(actor, async ({ tx }) => {
      const rows = await tx.jointReview.findMany({ include: withParts, orderBy: newestFirst });
      return { rows: rows.map(describeRow) };
    });
  }

  listOfEnrolment(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/joint-reviews'>,
  ): Promise<Output<'GET /enrolments/:enrolmentId/joint-reviews'>> {
    return this.db.run(actor, async ({ tx }) => {
      const { id: enrolmentId } = found(
        await tx.enrolment.findFirst({ where: { id: params.enrolmentId } }),
        'Cette inscription',
      );
      const rows = await tx.jointReview.findMany({
        where: { enrolmentId },
        include: withParts,
        orderBy: newestFirst,
      });
      return { reviews: rows.map((row) => ({ ...describeRow(row), parts: describeParts(row) })) };
    });
  }

  listOptions(actor: Actor): Promise<Output<'GET /joint-reviews/options'>> {
    return this.db.run(actor, async ({ tx }) => {
      const where = { state: 'active', ...scopeLearners(actor) } as const;
      const learners = await loadLearners(tx, where, this.clock.today());
      const cohorts = await tx.cohort.findMany({ select: { id: true, name: true } });
      const nameOf = new Map(cohorts.map(({ id, name }) => [id, name]));
      return {
        trainers: await listTrainers(tx, actor),
        learners: learners.map(({ enrolment, tutor }) => ({
          enrolmentId: enrolment.id,
          name: formatSpokenName(enrolment.person),
          cohortName: nameOf.get(enrolment.cohortId) ?? '',
          tutorName: tutor && formatSpokenName(tutor),
        })),
      };
    });
  }

  /** Opens a review and writes to each of the three. */
  open(
    actor: Actor,
    { body }: Input<'POST /joint-reviews'>,
  ): Promise<Output<'POST /joint-reviews'>> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      await holdEnrolments(tx, [body.enrolmentId]);
      const where = { id: body.enrolmentId, ...scopeLearners(actor) };
      const [learner] = await loadLearners(tx, where, this.clock.today());
      const { enrolment, tutor, employment } = found(learner, 'Cet apprenant');
      await this.refuseOpening(tx, actor, found(learner, 'Cet apprenant'), body);
      const { id } = await tx.jointReview.create({
        data: {
          centreId: actor.centreId,
          enrolmentId: enrolment.id,
          heldOn: fromDay(body.heldOn),
          openedByUserId: actor.userId,
          createdAt: this.clock.now(),
        },
      });
      for (const [role, personId] of [
        ['tutor', found(tutor, 'Ce tuteur').id],
        ['trainer', body.trainerId],
        ['learner', enrolment.personId],
      ] as const)
        await this.addPart(unit, actor, id, {
          role,
          personId,
          employmentId: role === 'tutor' ? (employment?.id ?? null) : null,
        });
      const data = { enrolmentId: enrolment.id, heldOn: body.heldOn };
      audit({ action: 'joint-review.opened', subjectId: id, data });
      const { sentTo, unreachable } = await this.invite(tx, await find(tx, actor, id), false);
      return { id, mails: sentTo.length, unreachable };
    });
  }

  read(
    actor: Actor,
    { params }: Input<'GET /joint-reviews/:jointReviewId'>,
  ): Promise<Output<'GET /joint-reviews/:jointReviewId'>> {
    return this.db.run(actor, async ({ tx }) =>
      describeReview(tx, await find(tx, actor, params.jointReviewId), this.clock.today()),
    );
  }

  /** What was signed in it stays, and is awaited from nobody. */
  withdraw(actor: Actor, { params }: Input<'DELETE /joint-reviews/:jointReviewId'>) {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const row = await this.holdOpen(tx, actor, params.jointReviewId);
      if (row.withdrawnAt) return { done: true as const };
      await tx.jointReview.update({
        where: key(row.id),
        data: { withdrawnAt: this.clock.now() },
      });
      const data = { enrolmentId: row.enrolmentId };
      audit({ action: 'joint-review.withdrawn', subjectId: row.id, data });
      return { done: true as const };
    });
  }

  /** Writes again to who has not signed; a tutor who came since is asked instead of the one before. */
  remind(
    actor: Actor,
    { params }: Input<'POST /joint-reviews/:jointReviewId/reminders'>,
  ): Promise<Output<'POST /joint-reviews/:jointReviewId/reminders'>> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      const row = await this.holdOpen(tx, actor, params.jointReviewId);
      if (row.withdrawnAt || row.enrolment.state !== 'active')
        throw new DomainError('rule_refused', 'Plus rien n’est attendu dans ce point de parcours.');
      await this.handOver(unit, actor, row);
      const sent = await this.invite(tx, await find(tx, actor, row.id), true);
      audit({
        action: 'joint-review.link-sent',
        subjectId: row.id,
        data: { mails: sent.sentTo.length },
      });
      return sent;
    });
  }

  private async handOver(unit: UnitOfWork, actor: Actor, row: ReviewRow): Promise<void> {
    const next = findNextTutor(row, this.clock.today());
    if (!next) return;
    const { part, tutor, employmentId } = next;
    await unit.tx.jointReviewPart.update({
      where: unit.key(part.id),
      data: { endedAt: this.clock.now() },
    });
    await this.addPart(unit, actor, row.id, { role: 'tutor', personId: tutor.id, employmentId });
    const data = { fromPartId: part.id };
    unit.audit({ action: 'joint-review.handed-over', subjectId: row.id, data });
  }

  private async addPart(
    { tx }: UnitOfWork,
    { centreId }: Actor,
    jointReviewId: string,
    part: Pick<Prisma.JointReviewPartUncheckedCreateInput, 'role' | 'personId' | 'employmentId'>,
  ): Promise<void> {
    await tx.jointReviewPart.create({
      data: { centreId, jointReviewId, ...part, createdAt: this.clock.now() },
    });
  }

  private async invite(tx: Tx, row: ReviewRow, isReminder: boolean) {
    const sent = [];
    for (const part of standingParts(row))
      if (!part.signedAt) sent.push(await this.invitations.send(tx, row, part, { isReminder }));
    return sortInvitations(sent);
  }

  /** @throws at the field that stands against it */
  private async refuseOpening(
    tx: Tx,
    actor: Actor,
    { enrolment, tutor }: LearnerToAppraise,
    { heldOn, trainerId }: { readonly heldOn: PlainDate; readonly trainerId: string },
  ): Promise<void> {
    const trainers = await listTrainers(tx, actor);
    if (!trainers.some(({ id }) => id === trainerId))
      throw invalid([{ pointer: '/trainerId', message: 'Choisissez un formateur du centre.' }]);
    const open = await tx.jointReview.findFirst({
      where: { enrolmentId: enrolment.id, ...openReviews },
    });
    raiseFindings(
      checkReviewOpening(
        {
          enrolmentState: enrolment.state,
          startsOn: toDay(enrolment.startsOn),
          heldOn,
          trainerId,
          tutorId: tutor?.id ?? null,
          learnerId: enrolment.personId,
          openReviewOn: open && toDay(open.heldOn),
        },
        this.clock.today(),
      ),
    );
  }

  /** @throws already_signed once all three have */
  private async holdOpen(tx: Tx, actor: Actor, id: string): Promise<ReviewRow> {
    const { enrolmentId } = await find(tx, actor, id);
    await holdEnrolments(tx, [enrolmentId]);
    const row = await find(tx, actor, id);
    if (row.signedAt)
      throw new DomainError(
        'already_signed',
        'Ce point est signé par les trois : il ne change plus. Un nouveau point du même jour le remplacera.',
      );
    return row;
  }
}

async function find(tx: Tx, actor: Actor, id: string): Promise<ReviewRow> {
  const where = { id, ...scopeReviews(actor) };
  return found(
    await tx.jointReview.findFirst({ where, include: withParts }),
    'Ce point de parcours',
  );
}

/** Who may sign for the centre; a trainer opens in their own name only. */
async function listTrainers(tx: Tx, actor: Actor) {
  const held = await tx.membership.findMany({
    where: {
      role: 'trainer',
      endedAt: null,
      ...(seesWholeCentre(actor) ? {} : { personId: actor.personId }),
    },
    include: { person: true },
    orderBy: [{ person: { birthName: 'asc' } }, { person: { givenName: 'asc' } }],
  });
  const byId = new Map(held.map(({ person }) => [person.id, formatSpokenName(person)]));
  return [...byId].map(([id, name]) => ({ id, name }));
}
