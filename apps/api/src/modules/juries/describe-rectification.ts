import type { Output } from '@jalon/contract';
import { judgeRectification, type RectificationSigner } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { describeMinutesRow } from './describe-minutes.ts';
import { type RectificationContent, rectificationContent } from './rectification-content.ts';
import { listDeciding, type SessionRecord } from './session-record.ts';

type Rectifications = Output<'GET /juries/:juryId'>['rectifications'];
type Corrections = RectificationContent['corrections'];

/** Who decides under rectifying minutes, frozen when they were drawn up, and who has signed them. */
function listSigners(
  record: SessionRecord,
  minutesId: string,
  { decidingMemberIds, corrections }: RectificationContent,
): RectificationSigner[] {
  const signatures = record.row.minutes.find(({ id }) => id === minutesId)?.signatures ?? [];
  const deciding = decidingMemberIds ?? listDeciding(record, corrections).map(({ id }) => id);
  return record.row.members.map(({ id, college }) => ({
    college,
    isDeciding: deciding.includes(id),
    signature: signatures.find(({ memberId }) => memberId === id)?.method ?? null,
  }));
}

/** Whether the jury's signatures put these minutes in force, and why. */
export const judgeMinutes = (
  record: SessionRecord,
  minutesId: string,
  content: RectificationContent,
) => judgeRectification(listSigners(record, minutesId, content));

/** Whether these minutes have changed decisions: once they have, they stay in force. */
export const wasApplied = async (tx: Tx, rectifiedById: string): Promise<boolean> =>
  (await tx.juryDecision.count({ where: { rectifiedById } })) > 0;

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
  for (const { id, content: kept } of rows) {
    const minutes = await describeMinutesRow(tx, record, actor, id);
    if (!minutes) continue;
    const content = rectificationContent.parse(kept);
    const { motive, drawnUpBy, drawnUpOn, corrections } = content;
    const isInForce = await wasApplied(tx, id);
    described.push({
      ...minutes,
      motive,
      drawnUpBy,
      drawnUpOn,
      isInForce,
      reasons: [...judgeMinutes(record, id, content).reasons],
      corrections: corrections.map(
        ({ enrolmentId, candidate, blockCode, beforeName, afterName }) => ({
          enrolmentId,
          candidateName: candidate,
          blockCode,
          before: beforeName,
          after: afterName,
        }),
      ),
      documentsToRevoke: isInForce ? await listDocumentsToRevoke(tx, corrections) : [],
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
