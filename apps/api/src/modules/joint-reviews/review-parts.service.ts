import type { Input, Output } from '@jalon/contract';
import {
  checkComment,
  checkPartSignature,
  checkPartWriting,
  checkSigner,
  isReviewSigned,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import { Database, type Prisma, type Tx, type UnitOfWork } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { describeReview, describeRow } from './describe-review.ts';
import {
  type PartRow,
  type ReviewRow,
  standingParts,
  toPartFacts,
  toReviewPart,
  withParts,
} from './joint-reviews.queries.ts';

type OwnPart = Output<'GET /joint-review-parts/:jointReviewPartId'>;
type Found = { readonly row: ReviewRow; readonly part: PartRow };

/** One's own part, in the role that one holds today: never another's. */
const scope = ({ personId, roles }: Actor) =>
  ({
    personId,
    role: { in: (['tutor', 'trainer', 'learner'] as const).filter((one) => roles.includes(one)) },
  }) satisfies Prisma.JointReviewPartWhereInput;

/** What each of the three does in a review: write, keep, sign their own part. */
@Injectable()
export class ReviewPartsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<Output<'GET /joint-review-parts'>> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const held = await tx.jointReviewPart.findMany({
        where: scope(actor),
        include: { review: { include: withParts } },
        orderBy: [{ review: { heldOn: 'desc' } }, { id: 'desc' }],
      });
      return {
        parts: held.flatMap(({ review, id }) => {
          const part = review.parts.find((one) => one.id === id);
          if (!part) return [];
          const [closed] = checkPartWriting(toPartFacts(review, part, today));
          return [
            {
              ...describeRow(review),
              partId: id,
              role: part.role,
              isBegun: part.comment !== '',
              signedOn: part.signedAt && parisDayOf(part.signedAt),
              isAwaited: part.signedAt === null && closed === undefined,
            },
          ];
        }),
      };
    });
  }

  read(
    actor: Actor,
    { params }: Input<'GET /joint-review-parts/:jointReviewPartId'>,
  ): Promise<OwnPart> {
    return this.db.run(actor, ({ tx }) => this.describe(tx, actor, params.jointReviewPartId));
  }

  save(actor: Actor, { params, body }: Input<'PUT /joint-review-parts/:jointReviewPartId'>) {
    return this.db.run(actor, async ({ tx, audit }) => {
      const { row, part } = await find(tx, actor, params.jointReviewPartId);
      this.refuseWriting(row, part);
      const { count } = await tx.jointReviewPart.updateMany({
        where: { id: part.id, revision: body.revision, signedAt: null, endedAt: null },
        data: { comment: body.comment, savedAt: this.clock.now(), revision: { increment: 1 } },
      });
      const current = (await find(tx, actor, part.id)).part;
      if (count === 0) throw editedMeanwhile(draftOf(current));
      const data = { revision: body.revision + 1 };
      audit({ action: 'joint-review.saved', subjectId: part.id, data });
      return { ...draftOf(current), warnings: warnOf(current) };
    });
  }

  /** Signed, a part never changes; the third signature makes the review immutable. */
  sign(
    actor: Actor,
    { params, body }: Input<'POST /joint-review-parts/:jointReviewPartId/signature'>,
  ): Promise<OwnPart> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      const asked = await find(tx, actor, params.jointReviewPartId);
      await holdEnrolments(tx, [asked.row.enrolmentId]);
      const { row, part } = await find(tx, actor, asked.part.id);
      // A second tap on « Signer » finds it signed by the same hand: nothing more to do.
      if (part.signedAt && part.signedByUserId === actor.userId)
        return this.describe(tx, actor, part.id);
      this.refuseWriting(row, part);
      raiseFindings(checkSigner(body.confirmedName, actor.name));
      const said = { comment: part.comment, heldOn: toDay(row.heldOn) };
      raiseFindings(checkPartSignature(said, this.clock.today()));
      const { count } = await tx.jointReviewPart.updateMany({
        where: { id: part.id, revision: body.revision, signedAt: null, endedAt: null },
        data: {
          signedAt: this.clock.now(),
          signerName: actor.name,
          signedByUserId: actor.userId,
          ...signedFrom(actor),
          revision: { increment: 1 },
        },
      });
      if (count === 0) throw editedMeanwhile(draftOf(part));
      const data = { jointReviewId: row.id, enrolmentId: row.enrolmentId, role: part.role };
      audit({ action: 'joint-review.signed', subjectId: part.id, data });
      await this.complete(unit, (await find(tx, actor, part.id)).row);
      return this.describe(tx, actor, part.id);
    });
  }

  private async complete({ tx, key, audit }: UnitOfWork, row: ReviewRow): Promise<void> {
    if (!isReviewSigned(standingParts(row).map(toReviewPart))) return;
    await tx.jointReview.update({ where: key(row.id), data: { signedAt: this.clock.now() } });
    await tx.jointReview.updateMany({
      where: {
        enrolmentId: row.enrolmentId,
        heldOn: row.heldOn,
        supersededById: null,
        id: { not: row.id },
        signedAt: { not: null },
      },
      data: { supersededById: row.id },
    });
    const data = { enrolmentId: row.enrolmentId };
    audit({ action: 'joint-review.completed', subjectId: row.id, data });
  }

  private async describe(tx: Tx, actor: Actor, id: string): Promise<OwnPart> {
    const { row, part } = await find(tx, actor, id);
    const today = this.clock.today();
    const [closed] = checkPartWriting(toPartFacts(row, part, today));
    const heldOn = toDay(row.heldOn);
    return {
      ...(await describeReview(tx, row, today)),
      part: {
        id,
        role: part.role,
        ...draftOf(part),
        warnings: warnOf(part),
        signedOn: part.signedAt && parisDayOf(part.signedAt),
        closed: part.signedAt ? null : (closed?.message ?? null),
        signedFrom: heldOn > today ? heldOn : null,
      },
    };
  }

  /** @throws once it is signed, or nothing is awaited from this person any more */
  private refuseWriting(row: ReviewRow, part: PartRow): void {
    if (part.signedAt)
      throw new DomainError(
        'already_signed',
        'Votre commentaire est signé : il ne change plus. Un nouveau point de parcours dira la suite.',
      );
    const [closed] = checkPartWriting(toPartFacts(row, part, this.clock.today()));
    if (closed) throw new DomainError('rule_refused', closed.message);
  }
}

async function find(tx: Tx, actor: Actor, id: string): Promise<Found> {
  const held = await tx.jointReviewPart.findFirst({
    where: { id, ...scope(actor) },
    include: { review: { include: withParts } },
  });
  const row = found(held, 'Ce point de parcours').review;
  const part = row.parts.find((one) => one.id === id);
  return { row, part: found(part, 'Ce point de parcours') };
}

const draftOf = ({ comment, revision, savedAt }: PartRow) => ({
  comment,
  revision,
  savedAt: savedAt?.toISOString() ?? null,
});

/** Doubts about patients in the comment (medical secrecy, DOMAIN 4.5). */
const warnOf = ({ comment }: PartRow) =>
  checkComment(comment).map(({ excerpt, message }) => ({ excerpt, message }));
