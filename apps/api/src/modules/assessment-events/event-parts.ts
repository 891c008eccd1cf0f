import type { Input } from '@jalon/contract';
import { type EventMark, formatName } from '@jalon/domain';
import type { Tx } from '../../db/database.ts';

type Form = Input<'POST /slots/:slotId/assessment-events'>['body'];

/** Writes the assessors and candidates of an event in the place of those it had. */
export async function writeParts(
  tx: Tx,
  centreId: string,
  eventId: string,
  { assessorIds, candidates }: Form,
): Promise<void> {
  await tx.assessmentEventAssessor.deleteMany({ where: { eventId } });
  await tx.assessmentEventCandidate.deleteMany({ where: { eventId } });
  await tx.assessmentEventAssessor.createMany({
    data: assessorIds.map((personId, position) => ({ centreId, eventId, personId, position })),
  });
  await tx.assessmentEventCandidate.createMany({
    data: candidates.map(({ enrolmentId, assessmentCodes, extraTime, extraTimeEvidence }) => ({
      centreId,
      eventId,
      enrolmentId,
      assessmentCodes: [...new Set(assessmentCodes)],
      extraTimeKind: extraTime.kind,
      extraMinutes: extraTime.kind === 'minutes' ? extraTime.minutes : null,
      extraTimeEvidence: extraTime.kind === 'none' ? '' : extraTimeEvidence,
    })),
  });
}

/** The marks in force that were given at an event. */
export async function readMarks(tx: Tx, eventId: string): Promise<EventMark[]> {
  const rows = await tx.assessmentResult.findMany({
    where: { eventId, supersededById: null },
    include: { enrolment: { include: { person: true } } },
  });
  return rows.map(({ enrolmentId, assessmentCode, enrolment }) => ({
    enrolmentId,
    assessmentCode,
    name: formatName(enrolment.person),
  }));
}
