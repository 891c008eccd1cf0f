import type { Output } from '@jalon/contract';
import { judgeRectification, type RectificationSigner } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { describeMinutesRow } from './describe-minutes.ts';
import { type RectificationContent, rectificationContent } from './rectification-content.ts';
import { bindingConflicts, type SessionRecord } from './session-record.ts';

type Rectifications = Output<'GET /juries/:juryId'>['rectifications'];
type Corrections = RectificationContent['corrections'];

/** Who decides under rectifying minutes, and who has signed them. */
function listSigners(
  record: SessionRecord,
  minutesId: string,
  corrections: Corrections,
): RectificationSigner[] {
  const signatures = record.row.minutes.find(({ id }) => id === minutesId)?.signatures ?? [];
  const tied = new Set(
    bindingConflicts(record)
      .filter(({ candidateId }) => corrections.some((one) => one.enrolmentId === candidateId))
      .map(({ memberId }) => memberId),
  );
  return record.row.members.map(({ id, college, isPresent, isAlternate }) => ({
    college,
    isPresent,
    isVoting: !isAlternate,
    isTied: tied.has(id),
    hasSigned: signatures.some(({ memberId }) => memberId === id),
  }));
}

/** Whether the jury's signatures put these corrections in force. */
export const isInForce = (
  record: SessionRecord,
  minutesId: string,
  corrections: Corrections,
): boolean =>
  judgeRectification(listSigners(record, minutesId, corrections)).outcome === 'in_force';

/** The rectifying minutes of a closed session, the last first. */
export async function describeRectifications(
  tx: Tx,
  record: SessionRecord,
  actor: Actor,
): Promise<Rectifications> {
  const ids = record.row.minutes.filter(({ number }) => number > 1).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await tx.juryMinutes.findMany({
    where: { id: { in: ids } },
    orderBy: { number: 'desc' },
  });
  const described: Rectifications = [];
  for (const { id, content } of rows) {
    const minutes = await describeMinutesRow(tx, record, actor, id);
    if (!minutes) continue;
    const { motive, drawnUpBy, drawnUpOn, corrections } = rectificationContent.parse(content);
    const { outcome, reasons } = judgeRectification(listSigners(record, id, corrections));
    described.push({
      ...minutes,
      motive,
      drawnUpBy,
      drawnUpOn,
      isInForce: outcome === 'in_force',
      reasons: [...reasons],
      corrections: corrections.map(
        ({ enrolmentId, candidate, blockCode, beforeName, afterName }) => ({
          enrolmentId,
          candidateName: candidate,
          blockCode,
          before: beforeName,
          after: afterName,
        }),
      ),
      documentsToRevoke: outcome === 'in_force' ? await listDocumentsToRevoke(tx, corrections) : [],
    });
  }
  return described;
}

/** What was issued on decisions that hold no more: a person revokes it, or issues it anew. */
async function listDocumentsToRevoke(tx: Tx, corrections: Corrections) {
  const lost = corrections.filter(
    ({ before, decision }) => before === 'acquired' && decision !== 'acquired',
  );
  if (lost.length === 0) return [];
  const rows = await tx.certificate.findMany({
    where: {
      supersededById: null,
      revocation: { is: null },
      OR: lost.map(({ enrolmentId, blockCode }) => ({
        enrolmentId,
        OR: [{ blockCode: null }, { blockCode }],
      })),
    },
    select: { number: true, enrolmentId: true },
  });
  return rows.map(({ number, enrolmentId }) => ({
    number,
    enrolmentId,
    candidateName: lost.find((one) => one.enrolmentId === enrolmentId)?.candidate ?? '',
  }));
}
