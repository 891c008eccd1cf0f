import type { Output } from '@jalon/contract';
import {
  heldVerdicts,
  isReplaced,
  judgeRectification,
  listDocumentsToRevoke,
  type PlainDate,
  type RectificationSigner,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { queryIn } from '../../db/query-in.ts';
import { type EnrolmentFacts, loadBlockFacts } from '../facts/block-facts.ts';
import { readEquivalences } from '../facts/equivalences.ts';
import { readVersionOrigins } from '../facts/version-origins.ts';
import { describeMinutes } from './describe-minutes.ts';
import { type RectificationContent, rectificationContent } from './rectification-content.ts';
import { listDeciding, type SessionRecord, seriesOf } from './session-record.ts';

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

/** The rectifying minutes of a closed session, the last first. */
export async function describeRectifications(
  tx: Tx,
  record: SessionRecord,
  {
    actor,
    today,
    writers,
  }: {
    readonly actor: Actor;
    readonly today: PlainDate;
    readonly writers: ReadonlyMap<string, string>;
  },
): Promise<Rectifications> {
  const rectifying = seriesOf(record).filter(({ number }) => number > 1);
  if (rectifying.length === 0) return [];
  const rows = await tx.juryMinutes.findMany({
    where: { id: { in: rectifying.map(({ id }) => id) } },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, content: true },
  });
  const read = rows.map((row) => ({ ...row, content: rectificationContent.parse(row.content) }));
  const inForce = new Set(rectifying.filter(({ isInForce }) => isInForce).map(({ id }) => id));
  const applied = read.filter(({ id }) => inForce.has(id));
  const issued = await loadIssued(
    tx,
    applied.flatMap(({ content }) => listTakenBack(content.corrections)),
    today,
  );
  return read.flatMap((row) => {
    const minutes = describeMinutes(record, actor, row.number, writers);
    return minutes ? [describeOne(record, row, minutes, inForce.has(row.id) ? issued : null)] : [];
  });
}

function describeOne(
  record: SessionRecord,
  { id, content }: { readonly id: string; readonly content: RectificationContent },
  minutes: NonNullable<ReturnType<typeof describeMinutes>>,
  /** What was issued to those whom these minutes concern; `null` while they are not in force. */
  issued: Issued | null,
): Rectifications[number] {
  const { motive, drawnUpBy, drawnUpOn, corrections } = content;
  const series = seriesOf(record);
  return {
    ...minutes,
    motive,
    drawnUpBy,
    drawnUpOn,
    isInForce: issued !== null,
    isReplaced: series.some((one) => one.id === id && isReplaced(one, series)),
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
    documentsToRevoke: issued ? findDocumentsToRevoke(record, corrections, issued) : [],
  };
}

/** Decisions that hold no more: what rests on them is to be revoked, or issued anew. */
const listTakenBack = (corrections: Corrections): Corrections =>
  corrections.filter(({ before, decision }) => before === 'acquired' && decision !== 'acquired');

/** What stands of these learners, in whichever enrolment, and the versions that keep blocks. */
async function loadIssued(tx: Tx, lost: Corrections, today: PlainDate) {
  const judged = await tx.enrolment.findMany({
    where: { id: { in: lost.map(({ enrolmentId }) => enrolmentId) } },
    select: { id: true, personId: true },
  });
  const personOf = new Map(judged.map(({ id, personId }) => [id, personId]));
  const rows = await tx.certificate.findMany({
    where: {
      supersededById: null,
      revocation: { is: null },
      enrolment: { personId: { in: [...personOf.values()] } },
    },
    select: { number: true, enrolmentId: true, blockCode: true },
  });
  const query = queryIn(tx);
  const facts = await loadBlockFacts(query, [
    ...new Set(rows.map(({ enrolmentId }) => enrolmentId)),
  ]);
  const documents = rows.flatMap((document) => {
    const own = facts.get(document.enrolmentId);
    return own ? [toStanding(document, own, today)] : [];
  });
  const versions = documents.length > 0 ? await readVersionOrigins(query) : [];
  const equivalences = documents.length > 0 ? await readEquivalences(query) : [];
  return { personOf, documents, versions, equivalences };
}

type Issued = Awaited<ReturnType<typeof loadIssued>>;

/** What was issued on decisions that hold no more: a person revokes it, or issues it anew. */
function findDocumentsToRevoke(
  { row }: SessionRecord,
  corrections: Corrections,
  { personOf, documents, versions, equivalences }: Issued,
): Rectifications[number]['documentsToRevoke'] {
  const takenBack = listTakenBack(corrections).map(({ enrolmentId, blockCode }) => ({
    personId: personOf.get(enrolmentId) ?? '',
    blockCode,
    acquiredUnder: row.frameworkVersionId,
  }));
  return listDocumentsToRevoke(takenBack, documents, versions, equivalences).map(
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
