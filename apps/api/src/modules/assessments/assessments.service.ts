import { isDeepStrictEqual } from 'node:util';
import { frameworkContent, type Input, type Output } from '@jalon/contract';
import { type CompetenceBlock, checkAttempt, checkMarking, checkMarks } from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found, invalid } from '../../http/domain-error.ts';
import { refuseRule } from '../../http/refuse-rule.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadCanMark, scope } from './assessment-scope.ts';
import { type ResultRow, readAttempts } from './assessments.queries.ts';
import {
  blockAcquiredOn,
  describeAssessment,
  describeAttempt,
  describeBlockSummary,
  describeCell,
  describeCredentialStatuses,
} from './describe-assessments.ts';
import { loadSittingFacts, type SittingFacts } from './load-sitting-facts.ts';
import { refuseOutsideEvents } from './refuse-outside-events.ts';

type Grid = Output<'GET /cohorts/:cohortId/assessments/:blockCode'>;
type Saved = Output<'PUT /assessment-results'>;
type WrittenResult = Awaited<ReturnType<Tx['assessmentResult']['findMany']>>[number];
type Sent = Input<'PUT /assessment-results'>['body']['results'][number];

/** Épreuves: marks written down attempt by attempt, corrected by superseding. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  readGrid(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/assessments/:blockCode'>,
  ): Promise<Grid> {
    return this.db.run(actor, async ({ tx }) => {
      const cohort = found(
        await tx.cohort.findFirst({
          where: { id: params.cohortId },
          include: {
            frameworkVersion: true,
            enrolments: {
              where: { AND: [scope(actor), { state: { not: 'withdrawn' } }] },
              select: { id: true },
            },
          },
        }),
        'Cette cohorte',
      );
      const framework = frameworkContent.parse(cohort.frameworkVersion.content);
      const block = findIn(framework.blocks, params.blockCode);
      const ids = cohort.enrolments.map(({ id }) => id);
      const facts = await loadSittingFacts(tx, ids);
      const rows = await readAttempts(tx, ids, block.code);
      const canMark = await loadCanMark(tx, actor, ids, [block.code]);
      const today = this.clock.today();
      return {
        cohort: { id: cohort.id, name: cohort.name },
        blocks: framework.blocks.map(({ code, shortName }) => ({ code, shortName })),
        block: {
          code: block.code,
          name: block.name,
          required: block.requiredAssessments,
          source: block.source,
          thresholdStatus: block.thresholdStatus,
          assessments: block.assessments.map((one) => describeAssessment(block, one)),
        },
        learners: [...facts.values()].map((one) => ({
          enrolmentId: one.enrolmentId,
          name: one.name,
          acquiredOn: blockAcquiredOn(one, block, today),
          canMark: canMark(one.enrolmentId, block.code),
          summary: describeBlockSummary(one, block, today),
          credentials: describeCredentialStatuses(one, today),
          cells: block.assessments.map((assessment) =>
            describeCell(
              one,
              block,
              assessment,
              rows.filter(({ enrolmentId }) => enrolmentId === one.enrolmentId),
              today,
            ),
          ),
        })),
      };
    });
  }

  readLearner(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/assessments'>,
  ): Promise<Output<'GET /enrolments/:enrolmentId/assessments'>> {
    return this.db.run(actor, async ({ tx }) => {
      const facts = await this.loadVisible(tx, actor, [params.enrolmentId]);
      const one = found(facts.get(params.enrolmentId), 'Cet apprenant');
      const rows = await readAttempts(tx, [one.enrolmentId]);
      const codes = one.framework.blocks.map(({ code }) => code);
      const canMark = await loadCanMark(tx, actor, [one.enrolmentId], codes);
      const today = this.clock.today();
      return {
        learner: { enrolmentId: one.enrolmentId, personId: one.personId, name: one.name },
        cohort: one.cohort,
        blocks: one.framework.blocks.map((block) => ({
          code: block.code,
          name: block.name,
          acquiredOn: blockAcquiredOn(one, block, today),
          canMark: canMark(one.enrolmentId, block.code),
          summary: describeBlockSummary(one, block, today),
          assessments: block.assessments.map((assessment) => ({
            ...describeAssessment(block, assessment),
            cell: describeCell(one, block, assessment, rows, today),
            history: rows
              .filter(({ assessmentCode }) => assessmentCode === assessment.code)
              .map((row) => describeAttempt(assessment, row)),
          })),
        })),
        credentials: describeCredentialStatuses(one, today),
      };
    });
  }

  save(actor: Actor, { body }: Input<'PUT /assessment-results'>): Promise<Saved> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const ids = [...new Set(body.results.map(({ enrolmentId }) => enrolmentId))].sort();
      await holdEnrolments(tx, ids);
      const before = await this.loadVisible(tx, actor, ids);
      await refuseOthersBlocks(tx, actor, before, body.results);
      const isWritten = await findWritten(tx, actor, body.results);
      const isNew = (_: Sent, index: number) => !isWritten[index];
      await this.refuseOverwriting(tx, before, body.results.filter(isNew));
      this.refuseInvalid(before, body.results, isNew);
      await refuseOutsideEvents(tx, body.results, isNew);
      for (const sent of body.results.filter(isNew)) {
        const id = sent.resultId ?? uuidv7();
        await tx.assessmentResult.create({
          data: {
            centreId: actor.centreId,
            id,
            enrolmentId: sent.enrolmentId,
            blockCode: sent.blockCode,
            assessmentCode: sent.assessmentCode,
            attempt: sent.attempt,
            heldOn: fromDay(sent.heldOn),
            marks: sent.marks,
            comment: sent.comment,
            assessorName: sent.assessorName,
            eventId: sent.eventId,
            recordedByUserId: actor.userId,
            createdAt: this.clock.now(),
          },
        });
        if (sent.expectedId)
          await tx.assessmentResult.updateMany({
            where: { id: sent.expectedId },
            data: { supersededById: id },
          });
        audit({
          action: sent.expectedId ? 'assessment.corrected' : 'assessment.recorded',
          subjectId: sent.enrolmentId,
          data: { resultId: id, assessmentCode: sent.assessmentCode, attempt: sent.attempt },
        });
      }
      return { results: await this.describeSaved(tx, actor, body.results) };
    });
  }

  /** Facts of these enrolments; 404 as soon as one is out of sight. */
  private async loadVisible(tx: Tx, actor: Actor, ids: readonly string[]) {
    const visible = await tx.enrolment.count({
      where: { AND: [{ id: { in: [...ids] } }, scope(actor)] },
    });
    found(visible === ids.length || null, 'Cet apprenant');
    return loadSittingFacts(tx, ids);
  }

  private async describeSaved(tx: Tx, actor: Actor, sent: readonly Sent[]) {
    const ids = [...new Set(sent.map(({ enrolmentId }) => enrolmentId))];
    const facts = await this.loadVisible(tx, actor, ids);
    const rows = await readAttempts(tx, ids);
    return sent.map(({ enrolmentId, blockCode, assessmentCode }) => {
      const one = found(facts.get(enrolmentId), 'Cet apprenant');
      const block = findIn(one.framework.blocks, blockCode);
      const cell = describeCell(
        one,
        block,
        findAssessment(block, assessmentCode),
        rows.filter((row) => row.enrolmentId === enrolmentId),
        this.clock.today(),
      );
      return { enrolmentId, cell };
    });
  }

  /**
   * What each one corrects is the attempt in force at that very épreuve, or nothing: an id of
   * another learner's or épreuve's row is never superseded.
   * @throws edited_meanwhile with the attempts that others wrote since
   */
  private async refuseOverwriting(
    tx: Tx,
    facts: ReadonlyMap<string, SittingFacts>,
    sent: readonly Sent[],
  ): Promise<void> {
    const rows = await readAttempts(tx, [...facts.keys()]);
    const compared = sent.map((one) => {
      const { framework } = found(facts.get(one.enrolmentId), 'Cet apprenant');
      const block = findIn(framework.blocks, one.blockCode);
      const assessment = findAssessment(block, one.assessmentCode);
      return { one, assessment, current: rows.find((row) => isInForce(row, one)) };
    });
    const stale = compared.filter(({ one, current }) => (current?.id ?? null) !== one.expectedId);
    if (stale.length === 0) return;
    throw editedMeanwhile({
      attempts: stale.flatMap(({ one, assessment, current }) =>
        current ? [{ enrolmentId: one.enrolmentId, ...describeAttempt(assessment, current) }] : [],
      ),
    });
  }

  private refuseInvalid(
    facts: ReadonlyMap<string, SittingFacts>,
    results: readonly Sent[],
    isNew: (sent: Sent, index: number) => boolean,
  ): void {
    const today = this.clock.today();
    const errors = results.flatMap((sent, index) => {
      if (!isNew(sent, index)) return [];
      const one = found(facts.get(sent.enrolmentId), 'Cet apprenant');
      const block = findIn(one.framework.blocks, sent.blockCode);
      const assessment = findAssessment(block, sent.assessmentCode);
      const attempt = checkAttempt({
        framework: one.framework,
        assessment,
        recorded: one.results.filter(({ assessmentCode }) => assessmentCode === assessment.code),
        attempt: sent.attempt,
        heldOn: sent.heldOn,
        today,
        blockAcquiredOn: blockAcquiredOn(one, block, today),
        stay: one.stay,
      });
      const marks = checkMarks(assessment, sent.marks).map((finding) => ({
        ...finding,
        path: `/marks${finding.path}`,
      }));
      return [...attempt, ...marks].map(({ path, message }) => ({
        pointer: `/results/${index}${path}`,
        message,
      }));
    });
    if (errors.length > 0) throw invalid(errors);
  }
}

/**
 * For each result, whether this very one is already written: the device that sent it never had the
 * answer, and sends it again.
 * @throws already_exists when its id names another result
 */
async function findWritten(tx: Tx, actor: Actor, results: readonly Sent[]): Promise<boolean[]> {
  const ids = results.flatMap(({ resultId }) => resultId ?? []);
  const rows = await tx.assessmentResult.findMany({ where: { id: { in: ids } } });
  return results.map((sent) => {
    const row = rows.find(({ id }) => id === sent.resultId);
    if (!row) return false;
    if (isSameResult(row, sent, actor)) return true;
    throw new DomainError('already_exists', 'Un autre résultat a déjà été envoyé sous ce numéro.');
  });
}

/** @throws forbidden: a trainer marks the épreuves of the blocks they teach to that learner */
async function refuseOthersBlocks(
  tx: Tx,
  actor: Actor,
  facts: ReadonlyMap<string, SittingFacts>,
  results: readonly Sent[],
): Promise<void> {
  const codes = results.map(({ blockCode }) => blockCode);
  const canMark = await loadCanMark(tx, actor, [...facts.keys()], codes);
  const marked = results.map(({ enrolmentId, blockCode }) => {
    const { name, framework } = found(facts.get(enrolmentId), 'Cet apprenant');
    const block = findIn(framework.blocks, blockCode);
    const isOwn = canMark(enrolmentId, blockCode);
    return { blockCode: block.code, learnerName: name, isOwn };
  });
  refuseRule(checkMarking(marked), 'forbidden');
}

const isSameResult = (row: WrittenResult, sent: Sent, actor: Actor): boolean =>
  row.recordedByUserId === actor.userId &&
  row.enrolmentId === sent.enrolmentId &&
  row.blockCode === sent.blockCode &&
  row.assessmentCode === sent.assessmentCode &&
  row.attempt === sent.attempt &&
  toDay(row.heldOn) === sent.heldOn &&
  row.comment === sent.comment &&
  row.assessorName === sent.assessorName &&
  row.eventId === sent.eventId &&
  isDeepStrictEqual(row.marks, sent.marks);

/** Whether the row is the attempt in force that is about to be written. */
const isInForce = (row: ResultRow, sent: Sent): boolean =>
  row.supersededById === null &&
  row.enrolmentId === sent.enrolmentId &&
  row.blockCode === sent.blockCode &&
  row.assessmentCode === sent.assessmentCode &&
  row.attempt === sent.attempt;

const findIn = (blocks: readonly CompetenceBlock[], blockCode: string): CompetenceBlock =>
  found(
    blocks.find(({ code }) => code === blockCode),
    'Ce bloc',
  );

const findAssessment = (block: CompetenceBlock, assessmentCode: string) =>
  found(
    block.assessments.find(({ code }) => code === assessmentCode),
    'Cette épreuve',
  );
