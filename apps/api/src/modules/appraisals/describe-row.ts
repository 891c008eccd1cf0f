import type { Output } from '@jalon/contract';
import {
  describeAppraisalProgress,
  formatName,
  formatSpokenName,
  type PlainDate,
  type TutorReach,
} from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import { toDayOrNull } from '../../db/days.ts';
import { type AppraisalRow, type AppraisalWithBlock, ratingsOf } from './appraisals.queries.ts';
import { employmentInPost, requestEndOf } from './request-standing.ts';

type Row = Output<'GET /appraisals'>['rows'][number];

/** The tutor to ask when the request has ended with the turn of the one who was asked. */
export function handOverTo(row: AppraisalRow, today: PlainDate): string | null {
  const end = requestEndOf(row, today);
  if (end === null || end.isFinal) return null;
  const inPost = employmentInPost(row.enrolment.person.employments, today, row.employmentId);
  return inPost?.tutor ? formatSpokenName(inPost.tutor) : null;
}

/** One line of a list: whom, what, by when, and where it stands. */
export function describeRow(
  { row, block }: AppraisalWithBlock,
  today: PlainDate,
  tutorReach: TutorReach,
): Row {
  const { enrolment, employment, tutor } = row;
  const rated = Object.keys(ratingsOf(row)).length;
  const nextTutorName = handOverTo(row, today);
  const progress = describeAppraisalProgress(
    {
      sentOn: parisDayOf(row.createdAt),
      dueOn: toDayOrNull(row.dueOn),
      openedOn: row.openedAt && parisDayOf(row.openedAt),
      savedOn: row.savedAt && parisDayOf(row.savedAt),
      signedOn: toDayOrNull(row.signedOn),
      origin: row.origin,
      signerName: row.signerName,
      rated,
      competences: block.competences.length,
      tutorReach,
      end: requestEndOf(row, today),
      nextTutorName,
    },
    today,
  );
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    learnerName: formatName(enrolment.person),
    cohort: { id: enrolment.cohort.id, name: enrolment.cohort.name },
    block: { code: block.code, name: block.name },
    label: row.label,
    dueOn: toDayOrNull(row.dueOn),
    tutor: tutor && { id: tutor.id, name: formatName(tutor) },
    employerName: employment?.employerName ?? null,
    handOverTo: nextTutorName,
    ...progress,
    rated,
    competenceCount: block.competences.length,
  };
}

/** Late ones first, then by due day; what has no due day comes last. */
export const byUrgency = (one: Row, other: Row): number =>
  Number(other.isLate) - Number(one.isLate) ||
  (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999') ||
  one.learnerName.localeCompare(other.learnerName, 'fr');
