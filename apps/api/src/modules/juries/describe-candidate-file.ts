import type { Output } from '@jalon/contract';
import {
  type AskingSession,
  type AssessmentDetail,
  appraisalLevelNames,
  type CompetenceBlock,
  checkCredential,
  countedMinutes,
  countingAppraisals,
  describeSignature,
  lastRefusal,
  longestCredential,
  marksExpected,
  nameAssessment,
  summariseLearnerBlock,
  tellMissingFile,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { type ResultRow, readAttempts } from '../assessments/assessments.queries.ts';
import { isFileOf, loadFilesInForce } from '../assessments/credential-files.queries.ts';
import { describeAttempt } from '../assessments/describe-assessments.ts';
import type { EnrolmentFacts } from '../facts/block-facts.ts';
import { loadSignedReviews } from '../joint-reviews/signed-reviews.queries.ts';
import {
  loadSentSelfAssessments,
  type SentSelfAssessment,
} from '../self-assessments/self-assessments.queries.ts';

type File = Output<'GET /juries/:juryId/candidates/:enrolmentId'>;

/** All that the jury may read of one candidate: épreuves, appraisals over time, credentials. */
export async function describeCandidateFile(
  tx: Tx,
  facts: EnrolmentFacts,
  session: AskingSession,
): Promise<File> {
  const remarks = await readRemarks(tx, facts.enrolmentId);
  const own = await loadSentSelfAssessments(tx, [facts.enrolmentId]);
  const files = await loadFilesInForce(tx, facts.personId);
  const attempts = await readAttempts(tx, [facts.enrolmentId]);
  return {
    enrolmentId: facts.enrolmentId,
    name: facts.name,
    blocks: facts.framework.blocks.map((block) => ({
      ...describeBlock(facts, block, session, { remarks, attempts }),
      selfAssessment: describeOwn(block, own),
    })),
    credentials: facts.framework.credentials.map((rule) => {
      const { reason } = checkCredential(rule, facts.credentials, session.heldOn);
      const held = longestCredential(rule.code, facts.credentials, session.heldOn);
      return {
        name: rule.name,
        sentence: reason.facts + tellMissingFile(held),
        isValid: reason.met,
        file: files.find((one) => isFileOf(one, held)) ?? null,
      };
    }),
    jointReviews: await loadSignedReviews(tx, facts.enrolmentId),
  };
}

/** What of a signed appraisal the rules never read. */
interface Remark {
  readonly comment: string;
  readonly file: { readonly id: string; readonly fileName: string } | null;
}

/** What else signed appraisals say, by block and day. */
async function readRemarks(tx: Tx, enrolmentId: string): Promise<ReadonlyMap<string, Remark>> {
  const rows = await tx.appraisal.findMany({
    where: { enrolmentId, signedAt: { not: null } },
    select: {
      blockCode: true,
      signedOn: true,
      comment: true,
      files: {
        select: { id: true, document: { select: { fileName: true } } },
        orderBy: { number: 'desc' },
        take: 1,
      },
    },
    orderBy: { signedAt: 'asc' },
  });
  return new Map(
    rows.map(({ blockCode, signedOn, comment, files: [file] }) => [
      `${blockCode} ${signedOn?.toISOString().slice(0, 10)}`,
      { comment, file: file ? { id: file.id, fileName: file.document.fileName } : null },
    ]),
  );
}

/** The learner's last word on the block: shown, and read by no rule. */
function describeOwn(
  { code, competences }: CompetenceBlock,
  sent: readonly SentSelfAssessment[],
): File['blocks'][number]['selfAssessment'] {
  const last = sent.findLast(({ blockCode }) => blockCode === code);
  if (!last) return null;
  return {
    sentOn: last.sentOn,
    ratings: competences.map((one) => {
      const level = last.ratings[one.code];
      return { competence: one.name, level: level ? appraisalLevelNames[level] : 'sans réponse' };
    }),
    comment: last.comment,
  };
}

/** What is read beside the facts of the rules. */
interface Read {
  readonly remarks: ReadonlyMap<string, Remark>;
  readonly attempts: readonly ResultRow[];
}

function describeBlock(
  facts: EnrolmentFacts,
  block: CompetenceBlock,
  session: AskingSession,
  { remarks, attempts }: Read,
): Omit<File['blocks'][number], 'selfAssessment'> {
  const { details } = summariseLearnerBlock(facts, block, session.heldOn, session);
  const hours = facts.hours.blocks.find(({ blockCode }) => blockCode === block.code);
  const refusedOn = lastRefusal(facts.verdicts, block.code, session);
  const counting = countingAppraisals(facts.appraisals, block.code, session.heldOn, refusedOn);
  return {
    code: block.code,
    name: block.name,
    minutesDue: hours?.due ?? 0,
    minutesDone: hours ? countedMinutes(hours) : 0,
    assessments: details.map((detail) => describeAssessment(block, detail, attempts, session)),
    appraisals: facts.appraisals
      .filter(({ blockCode }) => blockCode === block.code)
      .toReversed()
      .map((appraisal) => ({
        signedOn: appraisal.signedOn,
        signature: describeSignature(appraisal),
        counts: counting.includes(appraisal),
        ratings: block.competences.map(({ code, name }) => {
          const level = appraisal.ratings[code];
          return { competence: name, level: level ? appraisalLevelNames[level] : 'sans réponse' };
        }),
        ...(remarks.get(`${block.code} ${appraisal.signedOn}`) ?? { comment: '', file: null }),
      })),
    decisions: facts.verdicts
      .filter(({ blockCode }) => blockCode === block.code)
      .map(
        ({
          decidedOn,
          carriedFrom,
          acquiredAt,
          equivalence,
          decision,
          motive,
          recommendation,
        }) => ({
          heldOn: decidedOn,
          carriedFrom,
          acquiredAt,
          equivalence,
          decision,
          motive,
          recommendation,
        }),
      ),
  };
}

function describeAssessment(
  block: CompetenceBlock,
  { code, state, unsatisfied }: AssessmentDetail,
  attempts: readonly ResultRow[],
  { heldOn }: AskingSession,
) {
  const assessment = block.assessments.find((one) => one.code === code);
  return {
    code,
    title: assessment ? nameAssessment(block, assessment) : code,
    state,
    detail: assessment ? describeUnsatisfied(block, assessment, unsatisfied) : '',
    attempts: assessment
      ? attempts
          .filter((row) => row.assessmentCode === code && row.blockCode === block.code)
          .filter((row) => row.supersededById === null && row.removal === null)
          .filter((row) => toDay(row.heldOn) <= heldOn)
          .map((row) => describeAttempt(assessment, row))
          .map(({ attempt, heldOn: on, assessorName, event, isAcquired }) => ({
            attempt,
            heldOn: on,
            assessorName,
            place: event?.place ?? null,
            isAcquired,
          }))
      : [],
  };
}

/** The names of what was not satisfied: a criterion, a competence, or nothing more precise. */
function describeUnsatisfied(
  block: CompetenceBlock,
  assessment: CompetenceBlock['assessments'][number],
  unsatisfied: readonly string[],
): string {
  const names = marksExpected(assessment)
    .filter(({ key }) => unsatisfied.includes(key))
    .map(
      ({ criterion, competenceCode }) =>
        criterion ?? block.competences.find(({ code }) => code === competenceCode)?.name ?? '',
    );
  return names.filter((name) => name !== '').join(' ; ');
}
