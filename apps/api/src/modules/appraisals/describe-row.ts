import type { Output } from '@jalon/contract';
import { describeAppraisalProgress, formatName, type PlainDate } from '@jalon/domain';
import { parisDayOf } from '../../clock/paris-day.ts';
import { toDayOrNull } from '../../db/days.ts';
import { type AppraisalWithBlock, ratingsOf } from './appraisals.queries.ts';

type Row = Output<'GET /appraisals'>['rows'][number];

/** One line of a list: whom, what, by when, and where it stands. */
export function describeRow({ row, block }: AppraisalWithBlock, today: PlainDate): Row {
  const { enrolment, employment, tutor } = row;
  const rated = Object.keys(ratingsOf(row)).length;
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
      tutorHasEmail: tutor?.email != null,
      tutorChanged: employment !== null && employment.tutorId !== row.tutorId,
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
