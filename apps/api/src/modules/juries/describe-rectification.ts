import type { Output } from '@jalon/contract';
import {
  judgeRectification,
  listDocumentsToRevoke,
  type PlainDate,
  type RectificationSigner,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { type EnrolmentFacts, heldVerdicts, loadBlockFacts } from '../facts/block-facts.ts';
import { readVersionOrigins } from '../facts/version-origins.ts';
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
      documentsToRevoke: isInForce
        ? await findDocumentsToRevoke(tx, record, corrections, today)
        : [],
    });
  }
  return described;
}

/** What was issued on decisions that hold no more: a person revokes it, or issues it anew. */
async function findDocumentsToRevoke(
  tx: Tx,
  { row }: SessionRecord,
  corrections: Corrections,
  today: PlainDate,
) {
  const lost = corrections.filter(
    ({ before, decision }) => before === 'acquired' && decision !== 'acquired',
  );
  if (lost.length === 0) return [];
  const judged = await tx.enrolment.findMany({
    where: { id: { in: lost.map(({ enrolmentId }) => enrolmentId) } },
    select: { id: true, personId: true },
  });
  const personOf = new Map(judged.map(({ id, personId }) => [id, personId]));
  const issued = await tx.certificate.findMany({
    where: {
      supersededById: null,
      revocation: { is: null },
      enrolment: { personId: { in: [...personOf.values()] } },
    },
    select: { number: true, enrolmentId: true, blockCode: true },
  });
  if (issued.length === 0) return [];
  const query = queryIn(tx);
  const facts = await loadBlockFacts(query, [
    ...new Set(issued.map(({ enrolmentId }) => enrolmentId)),
  ]);
  const documents = issued.flatMap((document) => {
    const own = facts.get(document.enrolmentId);
    return own ? [toStanding(document, own, today)] : [];
  });
  const takenBack = lost.map(({ enrolmentId, blockCode }) => ({
    personId: personOf.get(enrolmentId) ?? '',
    blockCode,
    acquiredUnder: row.frameworkVersionId,
  }));
  return listDocumentsToRevoke(takenBack, documents, await readVersionOrigins(query)).map(
    ({ number, enrolmentId, candidateName }) => ({ number, enrolmentId, candidateName }),
  );
}

const toStanding = <Document>(
  document: Document,
  { personId, name, framework, frameworkId, verdicts }: EnrolmentFacts,
  today: PlainDate,
) => ({
  ...document,
  personId,
  candidateName: name,
  followed: frameworkId,
  heldBlockCodes: heldVerdicts(framework, verdicts, today).map(({ blockCode }) => blockCode),
});
