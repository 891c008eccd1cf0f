import type { Input, Output } from '@jalon/contract';
import {
  checkBlockToAppraise,
  checkCorrection,
  checkRatings,
  checkSignature,
  checkSigner,
  type PlainDate,
  tellTutorRequestEnd,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, signedFrom } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDayOrNull } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import {
  type AppraisalWithBlock,
  acquiredOn,
  attachBlocks,
  ratingsOf,
  withContext,
} from './appraisals.queries.ts';
import { openRequests, scope } from './appraisals.scope.ts';
import { byUrgency, describeRow } from './describe-row.ts';
import { requestEndOf } from './request-standing.ts';
import { describeTutorSheets, draftOf, type Sheet, warnOf } from './sheet.ts';
import { supersedeEarlier } from './supersede-earlier.ts';

/** The tutor's side: read, keep at each tap, sign, correct. Never another tutor's learner. */
@Injectable()
export class TutorAppraisalsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<Output<'GET /tutor/appraisals'>> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const rows = await tx.appraisal.findMany({
        where: { ...scope(actor), endedAt: null },
        include: withContext,
        orderBy: { signedAt: 'desc' },
      });
      // Nothing is awaited once the request has ended; its link says why.
      const awaited = new Set(
        rows.flatMap((row) => (!row.signedAt && !requestEndOf(row, today) ? [row.id] : [])),
      );
      const all = (await attachBlocks(tx, rows)).map((one) => ({
        // They came in: by a link.
        ...describeRow(one, today, 'link'),
        signedOn: toDayOrNull(one.row.signedOn),
        isSuperseded: one.row.supersededById !== null,
      }));
      return {
        toDo: all.filter(({ id }) => awaited.has(id)).toSorted(byUrgency),
        signed: all.flatMap((row) => (row.signedOn ? [{ ...row, signedOn: row.signedOn }] : [])),
      };
    });
  }

  read(actor: Actor, { params }: Input<'GET /tutor/appraisals/:appraisalId'>): Promise<Sheet> {
    return this.db.run(actor, async ({ tx, key, audit }) => {
      const { row } = await this.find(tx, actor, params.appraisalId);
      const isAwaited = !row.signedAt && !requestEndOf(row, this.clock.today());
      if (isAwaited && !row.openedAt) {
        await tx.appraisal.update({ where: key(row.id), data: { openedAt: this.clock.now() } });
        audit({ action: 'appraisal.opened', subjectId: row.id });
      }
      return this.describe(tx, actor, row.id);
    });
  }

  save(actor: Actor, { params, body }: Input<'PUT /tutor/appraisals/:appraisalId'>) {
    return this.db.run(actor, async ({ tx, audit }) => {
      const { row, block } = await this.find(tx, actor, params.appraisalId);
      const { revision, ...answers } = body;
      this.refuseAnswered(row);
      const findings = checkRatings(block, answers.ratings, answers.comments);
      if (findings.length > 0)
        throw invalid(findings.map(({ path, message }) => ({ pointer: path, message })));
      const { count } = await tx.appraisal.updateMany({
        where: { id: row.id, revision, ...openRequests },
        data: { ...answers, savedAt: this.clock.now(), revision: { increment: 1 } },
      });
      if (count === 0) throw await this.editedByAnother(tx, row.id);
      audit({ action: 'appraisal.saved', subjectId: row.id, data: { revision: revision + 1 } });
      const saved = draftOf(await tx.appraisal.findFirstOrThrow({ where: { id: row.id } }));
      return { ...saved, warnings: warnOf(saved) };
    });
  }

  sign(actor: Actor, { params, body }: Input<'POST /tutor/appraisals/:appraisalId/signature'>) {
    return this.db.run(actor, async ({ tx, audit }) => {
      await this.hold(tx, actor, params.appraisalId);
      const { row, block } = await this.find(tx, actor, params.appraisalId);
      // A second tap on « Signer » finds it signed by the same hand: nothing more to do.
      if (row.signedAt && row.signedByUserId === actor.userId)
        return this.describe(tx, actor, row.id);
      this.refuseAnswered(row);
      await refuseAcquired(tx, row.enrolmentId, block.code, this.clock.today());
      raiseFindings(checkSigner(body.confirmedName, actor.name));
      const { outcome, reasons } = checkSignature(block, ratingsOf(row));
      if (outcome === 'incomplete')
        throw invalid([{ pointer: '/ratings', message: reasons[0]?.facts ?? '' }]);
      const { count } = await tx.appraisal.updateMany({
        where: { id: row.id, revision: body.revision, ...openRequests },
        data: {
          signedAt: this.clock.now(),
          signedOn: fromDay(this.clock.today()),
          signerName: actor.name,
          signedByUserId: actor.userId,
          ...signedFrom(actor),
          revision: { increment: 1 },
        },
      });
      if (count === 0) throw await this.editedByAnother(tx, row.id);
      await supersedeEarlier(tx, row.id);
      const { enrolmentId, blockCode } = row;
      audit({ action: 'appraisal.signed', subjectId: row.id, data: { enrolmentId, blockCode } });
      return this.describe(tx, actor, row.id);
    });
  }

  /** A signed appraisal never changes: a blank one is made, which takes its place once signed. */
  correct(actor: Actor, { params }: Input<'POST /tutor/appraisals/:appraisalId/correction'>) {
    return this.db.run(actor, async ({ tx, audit }) => {
      await this.hold(tx, actor, params.appraisalId);
      const { row, block } = await this.find(tx, actor, params.appraisalId);
      if (!row.signedAt) return { id: row.id };
      await this.refuseCorrection(tx, row);
      const open = await tx.appraisal.findFirst({
        where: { ...openRequests, enrolmentId: row.enrolmentId, blockCode: block.code },
      });
      if (open && open.tutorId !== actor.personId)
        throw new DomainError(
          'rule_refused',
          'Une nouvelle appréciation de ce bloc est demandée à un autre tuteur : elle remplacera la vôtre.',
        );
      if (open) return { id: open.id };
      const { enrolmentId, employmentId, tutorId, blockCode, label } = row;
      const now = this.clock.now();
      const { id } = await tx.appraisal.create({
        data: {
          centreId: actor.centreId,
          enrolmentId,
          employmentId,
          tutorId,
          blockCode,
          label,
          ratings: {},
          openedAt: now,
          createdAt: now,
        },
      });
      audit({ action: 'appraisal.correction-begun', subjectId: id, data: { corrects: row.id } });
      return { id };
    });
  }

  private async find(tx: Tx, actor: Actor, id: string): Promise<AppraisalWithBlock> {
    const row = await tx.appraisal.findFirst({
      where: { id, ...scope(actor) },
      include: withContext,
    });
    const [attached] = await attachBlocks(tx, [found(row, 'Cette appréciation')]);
    return found(attached, 'Cette appréciation');
  }

  /** Signatures, corrections and paper forms of one learner come one after the other. */
  private async hold(tx: Tx, actor: Actor, id: string): Promise<void> {
    const { row } = await this.find(tx, actor, id);
    await holdEnrolments(tx, [row.enrolmentId]);
  }

  private async describe(tx: Tx, actor: Actor, id: string): Promise<Sheet> {
    const { row } = await this.find(tx, actor, id);
    const [sheet] = await describeTutorSheets(tx, [row], this.clock.today());
    return found(sheet, 'Cette appréciation');
  }

  private async editedByAnother(tx: Tx, id: string): Promise<DomainError> {
    const current = await tx.appraisal.findFirstOrThrow({ where: { id } });
    refuseIfSigned(current.signedAt);
    return editedMeanwhile(draftOf(current));
  }

  /** @throws once it is signed, or nothing is awaited from this tutor any more */
  private refuseAnswered(row: AppraisalWithBlock['row']): void {
    refuseIfSigned(row.signedAt);
    const end = requestEndOf(row, this.clock.today());
    if (end) throw new DomainError('rule_refused', tellTutorRequestEnd(end));
  }

  private async refuseCorrection(tx: Tx, row: AppraisalWithBlock['row']): Promise<void> {
    const { enrolmentId, blockCode, enrolment } = row;
    const [refusal] = checkCorrection({
      end: requestEndOf({ ...row, signedAt: null }, this.clock.today())?.reason ?? null,
      acquiredOn: await acquiredOn(tx, enrolmentId, blockCode, this.clock.today()),
      enrolmentState: enrolment.state,
    });
    if (refusal) throw new DomainError('rule_refused', refusal.message);
  }
}

/** @throws rule_refused once a jury has acquired the block */
async function refuseAcquired(
  tx: Tx,
  enrolmentId: string,
  blockCode: string,
  today: PlainDate,
): Promise<void> {
  const [refusal] = checkBlockToAppraise(await acquiredOn(tx, enrolmentId, blockCode, today));
  if (refusal) throw new DomainError('rule_refused', refusal.message);
}

function refuseIfSigned(signedAt: Date | null): void {
  if (signedAt)
    throw new DomainError(
      'already_signed',
      'Cette appréciation est signée. Pour changer d’avis, touchez « Corriger » : une nouvelle la remplacera.',
    );
}
