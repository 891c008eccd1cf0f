import type { Input, Output } from '@jalon/contract';
import {
  checkRatings,
  checkSelfAssessing,
  checkSending,
  isStillToSay,
  type PlainDate,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { DomainError, editedMeanwhile, found, invalid, notFound } from '../../http/domain-error.ts';
import { raiseFindings } from '../../http/raise-findings.ts';
import { ratingsOf } from '../appraisals/appraisals.queries.ts';
import { draftOf, warnOf } from '../appraisals/sheet.ts';
import { holdEnrolments } from '../enrolments/hold-enrolments.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { loadBlock, type SelfAssessmentRow, withTraining } from './self-assessments.queries.ts';

type Sheet = Output<'GET /self-assessments/:selfAssessmentId'>;
type Training = Output<'GET /self-assessments'>['trainings'][number];

/** A learner's own file, never another's. */
const scope = (actor: Actor) =>
  ({ enrolment: { personId: actor.personId } }) satisfies Prisma.SelfAssessmentWhereInput;

/** What a learner says of their own competences: kept at each tap, sent once, counted nowhere. */
@Injectable()
export class SelfAssessmentsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<Output<'GET /self-assessments'>> {
    return this.db.run(actor, async ({ tx }) => {
      const enrolments = await tx.enrolment.findMany({
        where: { personId: actor.personId, state: 'active' },
        include: { cohort: true, selfAssessments: true },
        orderBy: { startsOn: 'desc' },
      });
      const versions = enrolments.map(({ cohort }) => cohort.frameworkVersionId);
      const frameworks = await loadFrameworks(tx, versions);
      const invitations = await listInvitations(tx, actor, this.clock.today());
      return {
        trainings: enrolments.map(({ id, cohort, selfAssessments }): Training => {
          const blocks = frameworks.get(cohort.frameworkVersionId)?.blocks ?? [];
          return {
            enrolmentId: id,
            cohortName: cohort.name,
            blocks: blocks
              .filter(({ competences }) => competences.length > 0)
              .map(({ code, name, competences }) => {
                const standing = describeStanding(
                  selfAssessments.filter(({ blockCode }) => blockCode === code),
                );
                const invitation = invitations.find(
                  (one) => one.enrolmentId === id && one.blockCode === code,
                );
                const isAwaited =
                  invitation && isStillToSay(standing.sent?.sentOn ?? null, invitation.opensOn);
                return {
                  code,
                  name,
                  competenceCount: competences.length,
                  ...standing,
                  invitedUntil: isAwaited ? invitation.dueOn : null,
                };
              }),
          };
        }),
      };
    });
  }

  begin(
    actor: Actor,
    { params, body }: Input<'POST /enrolments/:enrolmentId/self-assessments'>,
  ): Promise<{ id: string }> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const own = { id: params.enrolmentId, personId: actor.personId };
      const { id: enrolmentId } = found(
        await tx.enrolment.findFirst({ where: own }),
        'Cette inscription',
      );
      await holdEnrolments(tx, [enrolmentId]);
      const { state, cohort } = await tx.enrolment.findFirstOrThrow({
        where: own,
        include: { cohort: true },
      });
      refuse(checkSelfAssessing(state));
      const frameworks = await loadFrameworks(tx, [cohort.frameworkVersionId]);
      const blocks = frameworks.get(cohort.frameworkVersionId)?.blocks ?? [];
      const block = blocks.find(({ code }) => code === body.blockCode);
      if (!block || block.competences.length === 0) throw notFound('Ce bloc');
      const open = { enrolmentId, blockCode: block.code, sentAt: null };
      const draft = await tx.selfAssessment.findFirst({ where: open });
      if (draft) return { id: draft.id };
      const { id } = await tx.selfAssessment.create({
        data: { ...open, centreId: actor.centreId, ratings: {}, createdAt: this.clock.now() },
      });
      const data = { enrolmentId, blockCode: block.code };
      audit({ action: 'self-assessment.begun', subjectId: id, data });
      return { id };
    });
  }

  read(actor: Actor, { params }: Input<'GET /self-assessments/:selfAssessmentId'>): Promise<Sheet> {
    return this.db.run(actor, ({ tx }) => this.describe(tx, actor, params.selfAssessmentId));
  }

  save(actor: Actor, { params, body }: Input<'PUT /self-assessments/:selfAssessmentId'>) {
    return this.db.run(actor, async ({ tx, audit }) => {
      const row = await find(tx, actor, params.selfAssessmentId);
      const { revision, ...answers } = body;
      refuseSent(row);
      refuse(checkSelfAssessing(row.enrolment.state));
      const block = await loadBlock(tx, row);
      raiseFindings(checkRatings(block, answers.ratings, answers.comments));
      const { count } = await tx.selfAssessment.updateMany({
        where: { id: row.id, revision, sentAt: null },
        data: { ...answers, savedAt: this.clock.now(), revision: { increment: 1 } },
      });
      const current = await find(tx, actor, row.id);
      if (count === 0) throw editedMeanwhile(draftOf(current));
      const data = { revision: revision + 1 };
      audit({ action: 'self-assessment.saved', subjectId: row.id, data });
      const saved = draftOf(current);
      return { ...saved, warnings: warnOf(saved) };
    });
  }

  /** Sent, it never changes; the one before it is superseded and stays readable. */
  send(
    actor: Actor,
    { params, body }: Input<'POST /self-assessments/:selfAssessmentId/sending'>,
  ): Promise<Sheet> {
    return this.db.run(actor, async ({ tx, audit }) => {
      const { enrolmentId } = await find(tx, actor, params.selfAssessmentId);
      await holdEnrolments(tx, [enrolmentId]);
      const row = await find(tx, actor, params.selfAssessmentId);
      // A second tap finds it sent: nothing more to do.
      if (row.sentAt) return this.describe(tx, actor, row.id);
      refuse(checkSelfAssessing(row.enrolment.state));
      const [incomplete] = checkSending(await loadBlock(tx, row), ratingsOf(row));
      if (incomplete) throw invalid([{ pointer: incomplete.path, message: incomplete.message }]);
      const { count } = await tx.selfAssessment.updateMany({
        where: { id: row.id, revision: body.revision, sentAt: null },
        data: { sentAt: this.clock.now(), revision: { increment: 1 } },
      });
      if (count === 0) throw editedMeanwhile(draftOf(row));
      const { blockCode } = row;
      await tx.selfAssessment.updateMany({
        where: {
          enrolmentId,
          blockCode,
          supersededById: null,
          id: { not: row.id },
          sentAt: { not: null },
        },
        data: { supersededById: row.id },
      });
      const data = { enrolmentId, blockCode };
      audit({ action: 'self-assessment.sent', subjectId: row.id, data });
      return this.describe(tx, actor, row.id);
    });
  }

  private async describe(tx: Tx, actor: Actor, id: string): Promise<Sheet> {
    const row = await find(tx, actor, id);
    const block = await loadBlock(tx, row);
    const previous = await tx.selfAssessment.findFirst({
      where: {
        enrolmentId: row.enrolmentId,
        blockCode: row.blockCode,
        id: { not: row.id },
        sentAt: row.sentAt ? { lt: row.sentAt } : { not: null },
      },
      orderBy: { sentAt: 'desc' },
    });
    const draft = draftOf(row);
    return {
      id: row.id,
      cohortName: row.enrolment.cohort.name,
      block: { code: block.code, name: block.name },
      competences: block.competences.map(({ code, name }) => {
        const level = previous && ratingsOf(previous)[code];
        const sentOn = previous?.sentAt && parisDayOf(previous.sentAt);
        return { code, name, previous: level && sentOn ? { level, sentOn } : null };
      }),
      ...draft,
      warnings: warnOf(draft),
      sentOn: row.sentAt && parisDayOf(row.sentAt),
    };
  }
}

async function find(tx: Tx, actor: Actor, id: string): Promise<SelfAssessmentRow> {
  const row = await tx.selfAssessment.findFirst({
    where: { id, ...scope(actor) },
    include: withTraining,
  });
  return found(row, 'Cette auto-évaluation');
}

/** The blocks that campaigns under way ask the learner's tutor about. */
async function listInvitations(tx: Tx, actor: Actor, today: PlainDate) {
  const asked = await tx.appraisal.findMany({
    where: {
      enrolment: { personId: actor.personId },
      campaign: { openedAt: { not: null }, dueOn: { gte: fromDay(today) } },
    },
    include: { campaign: true },
  });
  return asked.flatMap(({ enrolmentId, blockCode, campaign }) =>
    campaign
      ? [{ enrolmentId, blockCode, opensOn: toDay(campaign.opensOn), dueOn: toDay(campaign.dueOn) }]
      : [],
  );
}

type Row = Pick<SelfAssessmentRow, 'id' | 'ratings' | 'sentAt' | 'supersededById'>;

function describeStanding(rows: readonly Row[]) {
  const draft = rows.find(({ sentAt }) => sentAt === null);
  const sent = rows.find(
    ({ sentAt, supersededById }) => sentAt !== null && supersededById === null,
  );
  return {
    draft: draft ? { id: draft.id, rated: Object.keys(ratingsOf(draft)).length } : null,
    sent: sent?.sentAt ? { id: sent.id, sentOn: parisDayOf(sent.sentAt) } : null,
  };
}

/** @throws rule_refused with the first of the findings */
function refuse([finding]: ReturnType<typeof checkSelfAssessing>): void {
  if (finding) throw new DomainError('rule_refused', finding.message);
}

function refuseSent({ sentAt }: Pick<SelfAssessmentRow, 'sentAt'>): void {
  if (sentAt)
    throw new DomainError(
      'already_signed',
      'Cette auto-évaluation est envoyée. Pour en dire plus, commencez-en une nouvelle : elle la remplacera.',
    );
}
