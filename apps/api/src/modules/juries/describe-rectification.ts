import type { Output } from '@jalon/contract';
import { judgeRectification, type PlainDate, type RectificationSigner } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { type EnrolmentFacts, heldVerdicts, loadBlockFacts } from '../facts/block-facts.ts';
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

/** Whether later minutes were drawn up before these were in force: nobody signs them any more. */
export async function isReplaced(
  tx: Tx,
  { row }: SessionRecord,
  { id, number }: { readonly id: string; readonly number: number },
): Promise<boolean> {
  const isLast = row.minutes.every((other) => other.number <= number);
  return number > 1 && !isLast && !(await wasApplied(tx, id));
}

/** The rectifying minutes of a closed session, the last first. */
export async function describeRectifications(
  tx: Tx,
  record: SessionRecord,
  actor: Actor,
  today: PlainDate,
): Promise<Rectifications> {
  const ids = record.row.minutes.filter(({ number }) => number > 1).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await tx.juryMinutes.findMany({
    where: { id: { in: ids } },
    orderBy: { number: 'desc' },
  });
  const described: Rectifications = [];
  for (const { id, number, content: kept } of rows) {
    const minutes = await describeMinutesRow(tx, record, actor, id);
    if (!minutes) continue;
    const content = rectificationContent.parse(kept);
    const { motive, drawnUpBy, drawnUpOn, corrections } = content;
    const isInForce = await wasApplied(tx, id);
    const isOver = await isReplaced(tx, record, { id, number });
    described.push({
      ...minutes,
      mustSign: minutes.mustSign && !isOver,
      motive,
      drawnUpBy,
      drawnUpOn,
      isInForce,
      isReplaced: isOver,
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
      documentsToRevoke: isInForce ? await listDocumentsToRevoke(tx, corrections, today) : [],
    });
  }
  return described;
}

/** What was issued on decisions that hold no more: a person revokes it, or issues it anew. */
async function listDocumentsToRevoke(tx: Tx, corrections: Corrections, today: PlainDate) {
  const changed = corrections.filter(
    ({ before, decision }) => before === 'acquired' && decision !== 'acquired',
  );
  if (changed.length === 0) return [];
  const facts = await loadBlockFacts(
    queryIn(tx),
    changed.map(({ enrolmentId }) => enrolmentId),
  );
  // A later jury, or later minutes, may have acquired the block since.
  const lost = changed.filter(({ enrolmentId, blockCode }) => {
    const own = facts.get(enrolmentId);
    return !own || !isHeld(own, blockCode, today);
  });
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

const isHeld = ({ framework, verdicts }: EnrolmentFacts, code: string, today: PlainDate): boolean =>
  heldVerdicts(framework, verdicts, today).some(({ blockCode }) => blockCode === code);
