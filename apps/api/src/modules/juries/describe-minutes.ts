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
export type SignatureRow = NonNullable<SessionRecord['row']['minutes']>['signatures'][number];

/** What the minutes are cited by. */
export const referenceOf = ({ heldOn, row }: Pick<SessionRecord, 'heldOn' | 'row'>): string =>
  `PV-${heldOn}-${row.id.slice(-6)}`;

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

/** The minutes of a closed session and who has signed them; `null` before the closing. */
export async function describeMinutes(
  tx: Tx,
  record: SessionRecord,
  actor: Actor,
): Promise<Minutes | null> {
  const { row } = record;
  if (row.state !== 'closed' || !row.minutes) return null;
  const { id, contentSha256, signatures } = row.minutes;
  const fileName = row.minutesDocument?.fileName ?? null;
  const names = await readNames(
    tx,
    signatures.map(({ writtenByUserId }) => writtenByUserId),
  );
  const { met, facts } = tellSigning(row.members.map((member) => toSigner(member, signatures)));
  const own = row.members.find(({ personId }) => personId === actor.personId);
  return {
    id,
    state: fileName ? 'ready' : 'in_progress',
    fileName,
    reference: referenceOf(record),
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
