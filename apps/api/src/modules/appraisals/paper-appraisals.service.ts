import type { Input } from '@jalon/contract';
import {
  type CompetenceBlock,
  checkPaperForm,
  checkRatings,
  checkSignature,
  findBlock,
  formatDay,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx, type UnitOfWork } from '../../db/database.ts';
import { fromDay, toDay, toDayOrNull } from '../../db/days.ts';
import { DomainError, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { acquiredOn, isBegun, ratingsOf } from './appraisals.queries.ts';
import { openRequests } from './appraisals.scope.ts';
import { type LearnerToAppraise, loadLearners } from './learners.queries.ts';
import { RequestEnds } from './request-ends.ts';
import { requestEndOf, withEmployment } from './request-standing.ts';
import { draftOf } from './sheet.ts';
import { supersedeEarlier } from './supersede-earlier.ts';

type Form = Input<'POST /enrolments/:enrolmentId/appraisals/paper'>['body'];
type Row = Prisma.AppraisalGetPayload<object>;
type OpenRow = Prisma.AppraisalGetPayload<{ include: typeof withEmployment }>;

/** Forms signed on paper, typed in by the office: never the tutor's own signature, and shown so. */
@Injectable()
export class PaperAppraisalsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ends: RequestEnds,
  ) {}

  enter(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/appraisals/paper'>,
  ): Promise<{ id: string }> {
    return this.db.run(actor, async (unit) => {
      const { tx, audit } = unit;
      const { enrolmentId } = params;
      await holdEnrolments(tx, [enrolmentId]);
      const learner = found(
        (await loadLearners(tx, { id: enrolmentId }, this.clock.today()))[0],
        'Cette inscription',
      );
      const block = await this.checkForm(tx, learner, body);
      const twin = await findTwin(tx, enrolmentId, body);
      if (twin) return { id: twin.id };
      const open = await findOpen(tx, enrolmentId, block.code);
      await refuseOverwriting(tx, open, block, { ...body, enrolmentId });
      const answered = open && (await this.endReplaced(unit, actor, open));
      const id = answered
        ? await this.fillIn(tx, actor, answered, block, body)
        : await this.create(tx, actor, learner, body);
      await supersedeEarlier(tx, id);
      audit({
        action: 'appraisal.paper-entered',
        subjectId: id,
        data: {
          enrolmentId,
          blockCode: block.code,
          signedOn: body.signedOn,
          replacedDraft: open !== null && isBegun(open),
        },
      });
      return { id };
    });
  }

  /** @returns the block that the form is about */
  private async checkForm(
    tx: Tx,
    { enrolment }: LearnerToAppraise,
    form: Form,
  ): Promise<CompetenceBlock> {
    const { frameworkVersionId } = await tx.cohort.findFirstOrThrow({
      where: { id: enrolment.cohortId },
    });
    const framework = (await loadFrameworks(tx, [frameworkVersionId])).get(frameworkVersionId);
    if (!framework?.blocks.some(({ code }) => code === form.blockCode))
      throw invalid([{ pointer: '/blockCode', message: 'Ce bloc n’est pas dans le référentiel.' }]);
    const block = findBlock(framework, form.blockCode);
    const daysKnown = [
      enrolment.startsOn,
      ...enrolment.person.employments.map((one) => one.hireDate),
    ];
    raiseFindings([
      ...checkPaperForm({
        signedOn: form.signedOn,
        today: this.clock.today(),
        knownSince: toDay(new Date(Math.min(...daysKnown.map((day) => day.getTime())))),
        acquiredOn: await acquiredOn(tx, enrolment.id, block.code, this.clock.today()),
      }),
      ...checkRatings(block, form.ratings, form.comments),
    ]);
    const { outcome, reasons } = checkSignature(block, form.ratings);
    if (outcome === 'incomplete')
      throw invalid([{ pointer: '/ratings', message: reasons[0]?.facts ?? '' }]);
    return block;
  }

  /**
   * A draft that the form replaces ends and stays as the tutor left it; so does a request to a tutor
   * no longer in post. @returns the request that the form answers; `null` when it ended
   */
  private async endReplaced(
    unit: UnitOfWork,
    actor: Actor,
    open: OpenRow,
  ): Promise<OpenRow | null> {
    const end = requestEndOf(open, this.clock.today());
    const reason = isBegun(open) ? 'answered_on_paper' : end?.reason;
    if (!reason) return open;
    await this.ends.end(unit, actor, { id: open.id }, reason);
    return null;
  }

  /** The request that awaited an answer is answered by the form. */
  private async fillIn(
    tx: Tx,
    actor: Actor,
    open: Row,
    block: CompetenceBlock,
    form: Form,
  ): Promise<string> {
    const { count } = await tx.appraisal.updateMany({
      where: { id: open.id, revision: open.revision, ...openRequests },
      data: { ...this.toSigned(actor, form), revision: { increment: 1 } },
    });
    // The tutor tapped while the form was being checked.
    if (count === 0)
      throw begunMeanwhile(await tx.appraisal.findFirstOrThrow({ where: { id: open.id } }), block);
    return open.id;
  }

  private async create(
    tx: Tx,
    actor: Actor,
    { enrolment, employment }: LearnerToAppraise,
    form: Form,
  ): Promise<string> {
    const { id } = await tx.appraisal.create({
      data: {
        ...this.toSigned(actor, form),
        centreId: actor.centreId,
        enrolmentId: enrolment.id,
        employmentId: employment?.id ?? null,
        tutorId: employment?.tutorId ?? null,
        blockCode: form.blockCode,
        label: form.label,
        createdAt: this.clock.now(),
      },
    });
    return id;
  }

  private toSigned(actor: Actor, form: Form) {
    const now = this.clock.now();
    return {
      ratings: form.ratings,
      comments: form.comments,
      comment: form.comment,
      origin: 'office_paper' as const,
      savedAt: now,
      signedAt: now,
      signedOn: fromDay(form.signedOn),
      signerName: form.signerName,
      signedByUserId: actor.userId,
      ...signedFrom(actor),
    };
  }
}

const findOpen = (tx: Tx, enrolmentId: string, blockCode: string): Promise<OpenRow | null> =>
  tx.appraisal.findFirst({
    where: { enrolmentId, blockCode, ...openRequests },
    include: withEmployment,
  });

/** The very same form typed in already: a double click is one form. */
const findTwin = (tx: Tx, enrolmentId: string, form: Form): Promise<{ id: string } | null> =>
  tx.appraisal.findFirst({
    where: {
      enrolmentId,
      blockCode: form.blockCode,
      origin: 'office_paper',
      supersededById: null,
      signedOn: fromDay(form.signedOn),
      signerName: form.signerName,
      ratings: { equals: form.ratings },
      comments: { equals: form.comments },
      comment: form.comment,
    },
    select: { id: true },
  });

/**
 * What the tutor began online is replaced only by someone who had that very draft before them, and
 * what was signed meanwhile, online or on paper, is not answered a second time unseen.
 */
async function refuseOverwriting(
  tx: Tx,
  open: Row | null,
  block: CompetenceBlock,
  form: Pick<Form, 'replacesRevision' | 'knownSignedIds'> & { enrolmentId: string },
): Promise<void> {
  if (open) {
    if (isBegun(open) && open.revision !== form.replacesRevision) throw begunMeanwhile(open, block);
    return;
  }
  const signed = await findUnseen(tx, block, form);
  if (!signed) return;
  const day = formatDay(toDay(signed.signedOn ?? signed.createdAt));
  const what =
    signed.origin === 'tutor'
      ? `Le tuteur a signé en ligne le ${day}.`
      : `Une feuille papier signée le ${day} vient d’être saisie pour ce bloc.`;
  throw new DomainError(
    'edited_meanwhile',
    `${what} Comparez avec votre feuille, puis choisissez.`,
    { current: describe(signed) },
  );
}

/** A signed sheet of the block that the person who types could not have before them. */
function findUnseen(
  tx: Tx,
  block: CompetenceBlock,
  {
    enrolmentId,
    replacesRevision,
    knownSignedIds,
  }: Pick<Form, 'replacesRevision' | 'knownSignedIds'> & { enrolmentId: string },
): Promise<Row | null> {
  const own = { enrolmentId, blockCode: block.code, signedAt: { not: null } };
  const latest = { orderBy: { signedAt: 'desc' } } as const;
  if (knownSignedIds)
    return tx.appraisal.findFirst({
      where: { ...own, supersededById: null, id: { notIn: knownSignedIds } },
      ...latest,
    });
  if (replacesRevision === null) return Promise.resolve(null);
  return tx.appraisal.findFirst({ where: { ...own, origin: 'tutor' }, ...latest });
}

const begunMeanwhile = (open: Row, block: CompetenceBlock): DomainError =>
  new DomainError(
    'edited_meanwhile',
    `Le tuteur a commencé en ligne (${Object.keys(ratingsOf(open)).length} sur ${block.competences.length}). Comparez avec la feuille papier : elle peut remplacer son brouillon.`,
    { current: describe(open) },
  );

const describe = (row: Row) => ({
  id: row.id,
  ...draftOf(row),
  signedOn: toDayOrNull(row.signedOn),
  signerName: row.signerName,
  origin: row.origin,
});
