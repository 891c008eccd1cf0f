import type { Output } from '@jalon/contract';
import {
  type Assessment,
  type AssessmentState,
  type CompetenceBlock,
  capitalise,
  checkAttempt,
  checkCredential,
  countNoun,
  formatDay,
  heldVerdicts,
  isAssessmentAcquired,
  lastSittingDay,
  longestCredential,
  type Marks,
  marksExpected,
  nameAssessment,
  type PlainDate,
  summariseLearnerBlock,
  tellMissingFile,
  tellValidUntil,
} from '@jalon/domain';
import { toDay } from '../../db/days.ts';
import type { EnrolmentFacts } from '../facts/block-facts.ts';
import type { ResultRow } from './assessments.queries.ts';
import type { SittingFacts } from './load-sitting-facts.ts';

type Grid = Output<'GET /cohorts/:cohortId/assessments/:blockCode'>;
type Cell = Grid['learners'][number]['cells'][number];

/** An épreuve with the questions of its form. */
export const describeAssessment = (
  block: CompetenceBlock,
  assessment: Assessment,
): Grid['block']['assessments'][number] => ({
  code: assessment.code,
  title: nameAssessment(block, assessment),
  mandatory: assessment.mandatory,
  credentialCode: assessment.credentialCode,
  expected: marksExpected(assessment).map(({ key, competenceCode, criterion }) => {
    const competence = block.competences.find(({ code }) => code === competenceCode)?.name ?? '';
    return {
      key,
      competence: criterion === null ? '' : competence,
      label: criterion ?? (competence || 'Épreuve acquise'),
    };
  }),
});

/** One learner × épreuve: the attempt that counts, and whether another may follow. */
export function describeCell(
  facts: SittingFacts,
  block: CompetenceBlock,
  assessment: Assessment,
  rows: readonly ResultRow[],
  today: PlainDate,
): Cell {
  const own = rows.filter(
    (row) => row.assessmentCode === assessment.code && row.supersededById === null,
  );
  const current = own.toSorted((one, other) => one.attempt - other.attempt).at(-1) ?? null;
  const nextAttempt = (current?.attempt ?? 0) + 1;
  const [refusal] = checkAttempt({
    framework: facts.framework,
    assessment,
    recorded: facts.results.filter(({ assessmentCode }) => assessmentCode === assessment.code),
    attempt: nextAttempt,
    heldOn: lastSittingDay(facts.stay, today),
    today,
    blockAcquiredOn: blockAcquiredOn(facts, block, today),
    stay: facts.stay,
  });
  return {
    assessmentCode: assessment.code,
    state: stateOf(facts, block, assessment, today),
    current: current ? describeAttempt(assessment, current) : null,
    attemptCount: own.length,
    nextAttempt: refusal ? null : nextAttempt,
    whyNoNext: refusal?.message ?? null,
  };
}

const stateOf = (
  facts: EnrolmentFacts,
  block: CompetenceBlock,
  assessment: Assessment,
  today: PlainDate,
): AssessmentState =>
  summariseLearnerBlock(facts, block, today, null).details.find(
    ({ code }) => code === assessment.code,
  )?.state ?? 'missing';

/** Day on which a jury acquired the block; `null` while it has not. */
export const blockAcquiredOn = (
  facts: EnrolmentFacts,
  block: CompetenceBlock,
  today: PlainDate,
): PlainDate | null =>
  heldVerdicts(facts.framework, facts.verdicts, today).find(
    ({ blockCode }) => blockCode === block.code,
  )?.decidedOn ?? null;

/** « Salle 2, Paris 9e ». */
const placeOf = ({ mode, room, cohort }: NonNullable<ResultRow['event']>): string =>
  mode === 'remote' ? 'À distance' : [room?.name, cohort.site.name].filter(Boolean).join(', ');

export const describeAttempt = (assessment: Assessment, row: ResultRow) => {
  const marks = row.marks as Marks;
  return {
    id: row.id,
    attempt: row.attempt,
    heldOn: toDay(row.heldOn),
    marks: { ...marks },
    comment: row.comment,
    assessorName: row.assessorName,
    event: row.event ? { id: row.event.id, place: placeOf(row.event) } : null,
    isAcquired: isAssessmentAcquired(
      assessment,
      { assessmentCode: row.assessmentCode, attempt: row.attempt, heldOn: '', marks },
      false,
    ),
    recordedByName: row.recordedByName,
    recordedAt: row.createdAt.toISOString(),
    isSuperseded: row.supersededById !== null,
    removedBecause: row.removal?.motive ?? null,
  };
};

/** « 3 épreuves acquises sur 4, il en faut 3. » */
export function describeBlockSummary(
  facts: EnrolmentFacts,
  block: CompetenceBlock,
  today: PlainDate,
) {
  const summary = summariseLearnerBlock(facts, block, today, null);
  const { acquired, required, total, missing, mandatoryMissing } = summary;
  const count = `${countNoun(acquired, 'épreuve acquise', 'épreuves acquises')} sur ${total}, il en faut ${required}`;
  const open = missing.length > 0 ? ` ; ${missing.length} à passer` : '';
  return {
    acquired,
    required,
    total,
    sentence: `${count}${open}.`,
    isMet: acquired >= required && mandatoryMissing.length === 0,
  };
}

/** The credentials of the version, with their status today. */
export const describeCredentialStatuses = (facts: EnrolmentFacts, today: PlainDate) =>
  facts.framework.credentials.map((rule) => {
    const { status, expiresOn } = checkCredential(rule, facts.credentials, today);
    const held = longestCredential(rule.code, facts.credentials, today);
    return {
      code: rule.code,
      name: rule.name,
      status,
      expiresOn,
      required: rule.requiredForCertificate,
      sentence: describeStatus(status, held?.obtainedOn ?? null, expiresOn) + tellMissingFile(held),
    };
  });

function describeStatus(
  status: ReturnType<typeof checkCredential>['status'],
  obtainedOn: PlainDate | null,
  expiresOn: PlainDate | null,
): string {
  if (!obtainedOn || !expiresOn) return 'Aucune attestation enregistrée.';
  const day = formatDay(expiresOn);
  if (status === 'expired') return `Expirée depuis le ${day} : à renouveler avant le jury.`;
  if (status === 'expiring')
    return `${capitalise(tellValidUntil(expiresOn))} : prévoyez la réactualisation.`;
  return `Obtenue le ${formatDay(obtainedOn)}, ${tellValidUntil(expiresOn)}.`;
}
