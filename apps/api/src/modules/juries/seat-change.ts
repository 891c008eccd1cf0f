import type { Input } from '@jalon/contract';
import type { SessionRecord } from './session-record.ts';

type Body = Input<'PUT /juries/:juryId/members/:memberId'>['body'];
type Member = SessionRecord['row']['members'][number];

const fields = ['college', 'isChair', 'isAlternate', 'isPresent', 'isInternal'] as const;

/** What is asked of a seat, without the fields that were not sent. */
export function changesOf(body: Body): Record<string, string | boolean | null> {
  const sent = fields.flatMap((field) => {
    const value = body[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries(sent);
}

/** Whether a colleague has said otherwise of a field since the page was read, and not the same. */
export const isSaidMeanwhile = (member: Member, { replaces, ...change }: Body): boolean =>
  fields.some((field) => {
    const [wanted, shown] = [change[field], replaces[field]];
    if (wanted === undefined || shown === undefined) return false;
    return member[field] !== shown && member[field] !== wanted;
  });
