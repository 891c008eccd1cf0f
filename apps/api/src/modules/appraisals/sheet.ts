import type { Output } from '@jalon/contract';
import {
  checkComment,
  formatSpokenName,
  lastSignedAppraisal,
  type PlainDate,
  type SignedAppraisal,
  tellHandOver,
  tellRequestEnd,
  tellTutorRequestEnd,
} from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDayOrNull } from '../../db/days.ts';
import {
  loadSentSelfAssessments,
  type SentSelfAssessment,
} from '../self-assessments/self-assessments.queries.ts';
import { loadAppraisalFiles } from './appraisal-files.queries.ts';
import {
  type AppraisalRow,
  type AppraisalWithBlock,
  attachBlocks,
  loadSignedAppraisals,
  ratingsOf,
  remarksOf,
} from './appraisals.queries.ts';
import { handOverTo } from './describe-row.ts';
import { requestEndOf } from './request-standing.ts';

export type Sheet = Output<'GET /appraisals/:appraisalId'>;
type SignedRow = Awaited<ReturnType<typeof loadSignedAppraisals>>[number];

/** The answers as they stand, with the version that a save must carry. */
export const draftOf = (
  row: Pick<AppraisalRow, 'ratings' | 'comments' | 'comment' | 'revision' | 'savedAt'>,
) => ({
  ratings: { ...ratingsOf(row) },
  comments: { ...remarksOf(row) },
  comment: row.comment,
  revision: row.revision,
  savedAt: row.savedAt?.toISOString() ?? null,
});

/** Doubts about patients in all that was written (medical secrecy, DOMAIN 4.5). */
export const warnOf = (answers: { comments: Readonly<Record<string, string>>; comment: string }) =>
  [...Object.values(answers.comments), answers.comment].flatMap((text) =>
    checkComment(text).map(({ excerpt, message }) => ({ excerpt, message })),
  );

/**
 * The sheets as the tutor reads them. Of a request that has ended they see what they had typed and
 * why nothing is awaited: no longer what other tutors said, nor when the jury meets.
 */
export async function describeTutorSheets(
  tx: Tx,
  rows: readonly AppraisalRow[],
  today: PlainDate,
): Promise<Sheet[]> {
  const sheets = await describeAnswers(tx, rows, today);
  return sheets.map((sheet) => {
    const row = rows.find(({ id }) => id === sheet.id);
    const end = row ? requestEndOf(row, today) : null;
    if (end === null) return { ...sheet, handOverTo: null };
    return {
      ...sheet,
      end: { isFinal: end.isFinal, sentence: tellTutorRequestEnd(end) },
      handOverTo: null,
      competences: sheet.competences.map((one) => ({ ...one, previous: null, own: null })),
      isLate: false,
      juryOn: null,
    };
  });
}

/** The sheets of these appraisals, each with what was signed before it, as the office reads them. */
export async function describeSheets(
  tx: Tx,
  rows: readonly AppraisalRow[],
  today: PlainDate,
): Promise<Sheet[]> {
  const sheets = await describeAnswers(tx, rows, today);
  const onPaper = rows.filter(({ origin }) => origin === 'office_paper').map(({ id }) => id);
  const filesOf = await loadAppraisalFiles(tx, onPaper);
  return sheets.map((sheet) => ({
    ...sheet,
    signature: sheet.signature && { ...sheet.signature, files: filesOf(sheet.id) },
  }));
}

async function describeAnswers(
  tx: Tx,
  rows: readonly AppraisalRow[],
  today: PlainDate,
): Promise<Sheet[]> {
  const enrolmentIds = [...new Set(rows.map((row) => row.enrolmentId))];
  const withBlocks = await attachBlocks(tx, rows);
  const signed = await loadSignedAppraisals(tx, { enrolmentId: { in: enrolmentIds } });
  const own = await loadSentSelfAssessments(tx, enrolmentIds);
  const names = await loadOfficeNames(tx, rows);
  const juries = await loadJuryDays(tx, enrolmentIds, today);
  return withBlocks.map((one) => {
    const { row } = one;
    const before = signed.filter((other) => isBefore(other, row));
    const juryOn = juries.get(row.enrolmentId) ?? toDayOrNull(row.enrolment.cohort.juryOn);
    const sheet = describeSheet(
      one,
      before,
      names,
      today,
      juryOn && juryOn >= today ? juryOn : null,
    );
    return { ...sheet, competences: besideOwn(sheet.competences, lastOwn(own, row)) };
  });
}

const isBefore = (other: SignedRow, row: AppraisalRow): boolean =>
  other.enrolmentId === row.enrolmentId &&
  other.id !== row.id &&
  (row.signedAt === null || other.signedAt < row.signedAt);

/** What the learner had sent about the block when the tutor signed, or by now. */
const lastOwn = (
  sent: readonly SentSelfAssessment[],
  { enrolmentId, blockCode, signedAt }: AppraisalRow,
): SentSelfAssessment | undefined =>
  sent.findLast(
    (one) =>
      one.enrolmentId === enrolmentId &&
      one.blockCode === blockCode &&
      (signedAt === null || one.sentAt < signedAt),
  );

const besideOwn = (
  competences: Sheet['competences'],
  own: SentSelfAssessment | undefined,
): Sheet['competences'] =>
  competences.map((competence) => {
    const level = own?.ratings[competence.code];
    return { ...competence, own: own && level ? { level, sentOn: own.sentOn } : null };
  });

function describeSheet(
  { row, block }: AppraisalWithBlock,
  before: readonly SignedAppraisal[],
  officeNames: ReadonlyMap<string, string>,
  today: PlainDate,
  juryOn: PlainDate | null,
): Sheet {
  const { enrolment } = row;
  const last = lastSignedAppraisal(
    before,
    block.code,
    row.signedAt ? parisDayOf(row.signedAt) : today,
  );
  const dueOn = toDayOrNull(row.dueOn);
  const draft = draftOf(row);
  const end = requestEndOf(row, today);
  const nextTutorName = handOverTo(row, today);
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    learnerName: formatSpokenName(enrolment.person),
    employerName: row.employment?.employerName ?? null,
    cohortName: enrolment.cohort.name,
    block: { code: block.code, name: block.name },
    label: row.label,
    dueOn,
    isLate: row.signedAt === null && !end?.isFinal && dueOn !== null && dueOn < today,
    end: end && {
      isFinal: end.isFinal,
      sentence: end.isFinal ? tellRequestEnd(end) : tellHandOver(end, nextTutorName),
    },
    handOverTo: nextTutorName,
    competences: block.competences.map(({ code, name }) => ({
      code,
      name,
      previous: previousLevel(last, code),
      own: null,
    })),
    ...draft,
    warnings: warnOf(draft),
    signature: describeSignature(row, officeNames),
    juryOn,
  };
}

function previousLevel(last: SignedAppraisal | null, code: string) {
  const level = last?.ratings[code];
  return last && level ? { level, signedOn: last.signedOn, signerName: last.signerName } : null;
}

function describeSignature(row: AppraisalRow, officeNames: ReadonlyMap<string, string>) {
  const { signedAt, signedByUserId } = row;
  const signedOn = toDayOrNull(row.signedOn);
  if (!signedAt || !signedOn) return null;
  return {
    signerName: row.signerName ?? '',
    signedOn,
    signedAt: signedAt.toISOString(),
    origin: row.origin,
    enteredBy:
      row.origin === 'office_paper' ? (officeNames.get(signedByUserId ?? '') ?? 'le centre') : null,
    files: [],
    isSuperseded: row.supersededById !== null,
  };
}

/** Who typed the paper forms in, by login. */
async function loadOfficeNames(
  tx: Tx,
  rows: readonly AppraisalRow[],
): Promise<ReadonlyMap<string, string>> {
  const userIds = rows.flatMap(({ origin, signedByUserId }) =>
    origin === 'office_paper' && signedByUserId ? [signedByUserId] : [],
  );
  if (userIds.length === 0) return new Map();
  const members = await tx.membership.findMany({
    where: { userId: { in: userIds } },
    include: { person: true },
  });
  return new Map(members.map(({ userId, person }) => [userId, formatSpokenName(person)]));
}

/** The next jury session of each candidate. */
async function loadJuryDays(
  tx: Tx,
  enrolmentIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, PlainDate>> {
  const candidates = await tx.juryCandidate.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] } },
    include: { jurySession: { select: { heldOn: true } } },
    orderBy: { jurySession: { heldOn: 'desc' } },
  });
  const days = candidates.map(
    ({ enrolmentId, jurySession }) => [enrolmentId, toDayOrNull(jurySession.heldOn) ?? ''] as const,
  );
  return new Map(days.filter(([, day]) => day >= today));
}
