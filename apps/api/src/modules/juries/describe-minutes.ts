import type { Output } from '@jalon/contract';
import { formatDay, formatName, formatTime, type Signer, tellSigning } from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import { parisMomentOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { readNames } from './describe-decisions.ts';
import type { SessionRecord } from './session-record.ts';

type Minutes = NonNullable<Output<'GET /juries/:juryId'>['minutes']>;
type MemberRow = SessionRecord['row']['members'][number];
export type SignatureRow = SessionRecord['row']['minutes'][number]['signatures'][number];

/** What the minutes are cited by: « PV-2026-11-23-ab12cd », « …-R1 » for the first that rectify them. */
export const referenceOf = (
  { heldOn, row }: Pick<SessionRecord, 'heldOn' | 'row'>,
  number = 1,
): string => `PV-${heldOn}-${row.id.slice(-6)}${number > 1 ? `-R${number - 1}` : ''}`;

/** A member as the rules of signing want them. */
export const toSigner = (
  {
    id,
    person,
    isPresent,
  }: Pick<MemberRow, 'id' | 'isPresent'> & { readonly person: Parameters<typeof formatName>[0] },
  signatures: readonly Pick<SignatureRow, 'memberId'>[],
): Signer => ({
  name: formatName(person),
  isPresent,
  hasSigned: signatures.some(({ memberId }) => memberId === id),
});

/** A signature in words: when, how, and who noted a paper one. */
export function describeSignature(
  row: Pick<SignatureRow, 'method' | 'signedOn' | 'createdAt' | 'note' | 'writtenByUserId'>,
  names: ReadonlyMap<string, string>,
): string {
  if (row.method === 'paper') {
    const kept = row.note ? ` Original : ${row.note}.` : '';
    const by = names.get(row.writtenByUserId) ?? 'le centre';
    return `Signé sur papier le ${formatDay(toDay(row.signedOn))}, noté par ${by}.${kept}`;
  }
  const { day, minute } = parisMomentOf(row.createdAt);
  return `Signé le ${formatDay(day)} à ${formatTime(minute)}, par la personne elle-même.`;
}

/** The first minutes of a closed session and who has signed them; `null` before the closing. */
export async function describeMinutes(
  tx: Tx,
  record: SessionRecord,
  actor: Actor,
): Promise<Minutes | null> {
  const first = record.row.minutes.find(({ number }) => number === 1);
  return first ? describeMinutesRow(tx, record, actor, first.id) : null;
}

/** Minutes, first or rectifying, and who has signed them. */
export async function describeMinutesRow(
  tx: Tx,
  record: SessionRecord,
  actor: Actor,
  minutesId: string,
): Promise<Minutes | null> {
  const { row } = record;
  const minutes = row.minutes.find((one) => one.id === minutesId);
  if (row.state !== 'closed' || !minutes) return null;
  const { id, number, contentSha256, signatures } = minutes;
  const fileName = row.minutesDocument?.fileName ?? null;
  const names = await readNames(
    tx,
    signatures.map(({ writtenByUserId }) => writtenByUserId),
  );
  const { met, facts } = tellSigning(row.members.map((member) => toSigner(member, signatures)));
  const own = row.members.find(({ personId }) => personId === actor.personId);
  return {
    id,
    state: fileName ? ('ready' as const) : ('in_progress' as const),
    fileName,
    reference: referenceOf(record, number),
    sha256: contentSha256,
    isSigned: met,
    sentence: facts,
    mustSign: own?.isPresent === true && !toSigner(own, signatures).hasSigned,
    signers: row.members
      .filter(({ isPresent }) => isPresent === true)
      .map((member) => {
        const signature = signatures.find(({ memberId }) => memberId === member.id);
        return {
          memberId: member.id,
          name: formatName(member.person),
          college: member.college,
          method: signature?.method ?? null,
          sentence: signature ? describeSignature(signature, names) : null,
        };
      }),
  };
}
