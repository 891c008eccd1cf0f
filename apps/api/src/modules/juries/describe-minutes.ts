import type { Output } from '@jalon/contract';
import {
  formatDay,
  formatName,
  formatTime,
  isReplaced,
  isSigner,
  mustSign,
  type Signer,
  tellSigning,
} from '@jalon/domain';
import type { Actor } from '../../auth/actor.ts';
import { parisMomentOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { readNames } from './describe-decisions.ts';
import { type SessionRecord, seriesOf } from './session-record.ts';

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

/** Names of those who wrote the signatures of a session's minutes, read once for all of them. */
export const readWriters = (tx: Tx, { row }: SessionRecord): Promise<ReadonlyMap<string, string>> =>
  readNames(tx, [
    ...new Set(
      row.minutes.flatMap(({ signatures }) =>
        signatures.map(({ writtenByUserId }) => writtenByUserId),
      ),
    ),
  ]);

/** The minutes of that number and who has signed them; `null` before they are drawn up. */
export function describeMinutes(
  record: SessionRecord,
  actor: Actor,
  number: number,
  writers: ReadonlyMap<string, string>,
): Minutes | null {
  const { row } = record;
  const series = seriesOf(record);
  const minutes = series.find((one) => one.number === number);
  if (row.state !== 'closed' || !minutes) return null;
  const { id, contentSha256, signatures } = minutes;
  const fileName = row.minutesDocument?.fileName ?? null;
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
    mustSign:
      own !== undefined && mustSign(toSigner(own, signatures)) && !isReplaced(minutes, series),
    signers: row.members.filter(isSigner).map((member) => {
      const signature = signatures.find(({ memberId }) => memberId === member.id);
      return {
        memberId: member.id,
        name: formatName(member.person),
        college: member.college,
        method: signature?.method ?? null,
        sentence: signature ? describeSignature(signature, writers) : null,
      };
    }),
  };
}
