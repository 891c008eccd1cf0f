import type { BoardCellDetail, Input } from '@jalon/contract';
import {
  type Assessment,
  type AssessmentDetail,
  adviseBlock,
  type BlockCell,
  blockRuleSource,
  type CompetenceBlock,
  countedMinutes,
  describeLearner,
  explainCredentials,
  type Framework,
  formatName,
  type LearnerFacts,
  longestCredential,
  marksExpected,
  nameAssessment,
  type PlainDate,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../db/database.ts';
import { found, notFound } from '../../http/domain-error.ts';
import { readLearnerFacts } from '../facts/learner-facts.ts';
import type { LearnerRecord } from '../facts/learner-record.ts';
import { FrameworkDocuments } from '../frameworks/framework-documents.ts';
import { type CellRecords, readCellRecords } from './board-cell.queries.ts';

/** The panel beside the board: why a cell says what it says, and what to do about it. */
@Injectable()
export class BoardCellService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly frameworks: FrameworkDocuments,
  ) {}

  explain(
    actor: Actor,
    { params }: Input<'GET /cohorts/:cohortId/board/:enrolmentId/:blockCode'>,
  ): Promise<BoardCellDetail> {
    const now = this.clock.parisMoment();
    return this.db.read(actor, async (query) => {
      const read = await readLearnerFacts(query, 'enrolments', [params.enrolmentId], now);
      const learner = found(read.learners[0], 'Cet apprenant');
      const cohort = found(read.cohorts[0], 'Cette cohorte');
      if (cohort.id !== params.cohortId) throw notFound('Cet apprenant');
      const versionId = cohort.frameworkVersionId;
      const documents = await this.frameworks.find(query, [versionId]);
      const framework = found(documents.get(versionId), 'Le référentiel de cette cohorte');
      const block = found(
        framework.blocks.find(({ code }) => code === params.blockCode),
        'Ce bloc',
      );
      const records = await readCellRecords(query, {
        enrolmentId: learner.enrolmentId,
        personId: learner.personId,
        blockCode: block.code,
        today: now.day,
      });
      return describeDetail(framework, block, learner, records, now.day);
    });
  }
}

function describeDetail(
  framework: Framework,
  block: CompetenceBlock,
  learner: LearnerRecord,
  records: CellRecords,
  today: PlainDate,
): BoardCellDetail {
  const { facts } = learner;
  const index = framework.blocks.indexOf(block);
  const line = describeLearner(framework, facts, today);
  const cell = found(line.cells[index], 'Ce bloc');
  const hours = found(line.hours.blocks[index], 'Ce bloc');
  const { due, waived, unsigned } = hours;
  const nextEvaluationOn =
    facts.nextEvaluations.find(({ blockCode }) => blockCode === block.code)?.on ?? null;
  const { appraisal, tutor, resitOn } = records;
  return {
    learner: {
      enrolmentId: learner.enrolmentId,
      name: `${learner.familyName} ${learner.givenName}`,
    },
    block: { code: block.code, name: block.name, source: blockRuleSource(framework, block) },
    cell: { state: cell.state, label: cell.label, fact: cell.fact },
    proposal: {
      outcome: cell.proposal.outcome,
      reasons: [
        ...cell.proposal.reasons,
        ...explainCredentials({
          framework,
          block,
          credentials: facts.credentials,
          nextJuryOn: facts.nextJuryOn,
          today,
        }),
      ],
    },
    missing: cell.missing.map(({ kind, text, isHolding }) => ({ kind, text, isHolding })),
    advice: adviseBlock({
      cell,
      nextEvaluationOn,
      nextJuryOn: facts.nextJuryOn,
      tutorName: facts.tutorName,
      remindersSent: appraisal?.remindersSent ?? 0,
      resitOn,
      today,
    }),
    hours: { due, done: countedMinutes(hours), waived, unsigned },
    assessments: describeAssessments(block, cell, facts, today),
    nextEvaluationOn,
    jury: facts.nextJuryOn === null ? null : { on: facts.nextJuryOn, juryId: learner.nextJuryId },
    tutor: tutor && { name: formatName(tutor), email: tutor.email, phone: tutor.phone },
    appraisal: appraisal && {
      ...appraisal,
      ratings: block.competences.map(({ code, name }) => ({
        competence: name,
        level: appraisal.ratings[code] ?? null,
      })),
    },
    standsBy: cell.decision && {
      decidedOn: cell.decision.decidedOn,
      carriedFrom: cell.decision.carriedFrom,
      acquiredAt: cell.decision.acquiredAt ?? null,
      equivalence: cell.decision.equivalence ?? null,
    },
    decisions: learner.verdicts
      .filter(({ blockCode }) => blockCode === block.code)
      .toReversed()
      .map(({ decisionId, decision, decidedOn, jurySessionId, motive, ...origin }) => ({
        id: decisionId,
        decision,
        decidedOn,
        motive,
        juryId: jurySessionId,
        carriedFrom: origin.carriedFrom,
        acquiredAt: origin.acquiredAt,
        equivalence: origin.equivalence,
      })),
    resitOn,
  };
}

function describeAssessments(
  block: CompetenceBlock,
  cell: BlockCell,
  facts: LearnerFacts,
  today: PlainDate,
): BoardCellDetail['assessments'] {
  return block.assessments.flatMap((assessment) => {
    const detail = cell.assessments.details.find(({ code }) => code === assessment.code);
    return detail ? [describeAssessment(block, assessment, detail, facts, today)] : [];
  });
}

function describeAssessment(
  block: CompetenceBlock,
  assessment: Assessment,
  { state, unsatisfied }: AssessmentDetail,
  facts: LearnerFacts,
  today: PlainDate,
): BoardCellDetail['assessments'][number] {
  const { code, mandatory, credentialCode } = assessment;
  const held =
    credentialCode === null ? null : longestCredential(credentialCode, facts.credentials, today);
  const attempts = facts.results.filter(
    ({ assessmentCode, heldOn }) => assessmentCode === code && heldOn <= today,
  );
  const latest = attempts.toSorted((one, other) => one.attempt - other.attempt).at(-1);
  return {
    code,
    title: nameAssessment(block, assessment),
    mandatory,
    isCredential: credentialCode !== null,
    state,
    heldOn: held?.obtainedOn ?? latest?.heldOn ?? null,
    expiresOn: held?.expiresOn ?? null,
    unsatisfied: unsatisfied.map((key) => nameMark(block, assessment, key)),
  };
}

/** A criterion or competence in words; an épreuve marked as a whole needs none. */
function nameMark(block: CompetenceBlock, assessment: Assessment, key: string): string {
  const mark = marksExpected(assessment).find((expected) => expected.key === key);
  const competence = block.competences.find(({ code }) => code === mark?.competenceCode);
  return mark?.criterion ?? competence?.name ?? 'Épreuve non satisfaite';
}
